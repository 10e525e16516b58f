package org.coachbook.pricing.fees;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.coachbook.pricing.cache.ShortLivedCache;
import org.coachbook.pricing.fees.PlatformFeeDocument.Change;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** What percentage the platform keeps: the usual one, or a coach's own; 0 is possible. */
@ApplicationScoped
public class PlatformFees {
    private static final Logger LOG = Logger.getLogger(PlatformFees.class);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final PlatformFeeRepository repository;
    private final Clock clock;
    private final BigDecimal usual;
    private final ShortLivedCache<String, BigDecimal> cache;

    PlatformFees(
            PlatformFeeRepository repository,
            Clock clock,
            @ConfigProperty(name = "coachbook.platform-fee.percent") BigDecimal usual,
            @ConfigProperty(name = "coachbook.cache.validity") Duration validity) {
        if (usual.signum() < 0 || usual.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("coachbook.platform-fee.percent must be between 0 and 100");
        }
        this.repository = repository;
        this.clock = clock;
        this.usual = usual;
        this.cache = new ShortLivedCache<>(validity);
    }

    /** Percent of the discounted amount, 0 to 100. */
    public BigDecimal percentFor(String coachId) {
        return cache.get(coachId, this::load).orElse(usual);
    }

    private Optional<BigDecimal> load(String coachId) {
        List<Change> changes = history(coachId);
        String agreed = changes.isEmpty() ? null : changes.getLast().percent();
        return Optional.of(agreed == null ? usual : new BigDecimal(agreed));
    }

    /** All that was agreed with the coach, the latest last. */
    List<Change> history(String coachId) {
        return repository.find(coachId).map(PlatformFeeDocument::changes).orElse(List.of());
    }

    void agree(String coachId, String percent, String administrator) {
        add(coachId, new Change(percent, administrator, clock.instant()));
        LOG.infof("Administrator %s set the platform fee of coach %s to %s %%", administrator, coachId, percent);
    }

    void backToUsual(String coachId, String administrator) {
        add(coachId, new Change(null, administrator, clock.instant()));
        LOG.infof("Administrator %s gave coach %s the usual platform fee", administrator, coachId);
    }

    private void add(String coachId, Change change) {
        repository.add(coachId, change);
        cache.drop(coachId);
    }
}
