package org.coachbook.notification.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates in {@code templates/mail}, checked against {@link MailContent} when they are built. */
@CheckedTemplate(basePath = "mail")
final class MailTemplates {
    private MailTemplates() {}

    static native TemplateInstance html(MailContent mail);

    static native TemplateInstance text(MailContent mail);
}
