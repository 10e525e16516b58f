package org.coachbook.chassis.identity;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.Security;
import org.jboss.logging.Logger;
import org.jose4j.jca.ProviderContext;

/**
 * Who computes ES256 signatures: native code where it runs on this machine, which is several times as fast, and the JDK
 * elsewhere. Both make and verify the same signatures (ADR 0016).
 */
public final class SignatureProvider {
    private static final Logger LOG = Logger.getLogger(SignatureProvider.class);
    private static final ProviderContext CONTEXT = choose();

    private SignatureProvider() {}

    /** For {@link org.jose4j.jws.JsonWebSignature#setProviderContext}. */
    public static ProviderContext context() {
        return CONTEXT;
    }

    private static ProviderContext choose() {
        ProviderContext context = new ProviderContext();
        AmazonCorrettoCryptoProvider fast = AmazonCorrettoCryptoProvider.INSTANCE;
        if (fast.getLoadingError() == null) {
            // Last in line: what asks for no provider by name gets the JDK's, as before.
            Security.addProvider(fast);
            context.getSuppliedKeyProviderContext().setSignatureProvider(fast.getName());
        } else {
            LOG.infof(
                    "Signatures are computed by the JDK: %s",
                    fast.getLoadingError().getMessage());
        }
        return context;
    }
}
