package org.coachbook.notification.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Map;

/** A letter in the form that travels (RFC 5322, RFC 2046): mixed(alternative(plain, HTML), attachment). */
final class LetterMapper {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private LetterMapper() {}

    static MimeMessage of(Letter letter, InternetAddress sender, Session session) throws MessagingException {
        MimeMessage message = new MessageWithOwnId(session);
        message.setFrom(sender);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to()));
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(new Date());
        message.setContent(contentOf(letter));
        for (Map.Entry<String, String> header : letter.headers().entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
        return message;
    }

    private static MimeMultipart contentOf(Letter letter) throws MessagingException {
        MimeMultipart texts =
                new MimeMultipart("alternative", text(letter.text(), "plain"), text(letter.html(), "html"));
        Letter.Attachment attachment = letter.attachment();
        return attachment == null ? texts : new MimeMultipart("mixed", nested(texts), file(attachment));
    }

    private static MimeBodyPart text(String content, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content, UTF_8, subtype);
        return part;
    }

    private static MimeBodyPart nested(MimeMultipart parts) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(parts);
        return part;
    }

    private static MimeBodyPart file(Letter.Attachment attachment) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        byte[] content = attachment.content().getBytes(StandardCharsets.UTF_8);
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, attachment.type())));
        part.setFileName(attachment.name());
        return part;
    }

    /** Keeps the Message-ID that it was given: a mail that goes out twice is recognised by it. */
    private static final class MessageWithOwnId extends MimeMessage {
        MessageWithOwnId(Session session) {
            super(session);
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            if (getMessageID() == null) {
                super.updateMessageID();
            }
        }
    }
}
