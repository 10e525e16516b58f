package org.coachbook.notification.mail;

import org.coachbook.notification.notice.Reader;

/**
 * Whom a mail goes to.
 *
 * @param name empty where only the address is known
 * @param page where its link leads, below our public address
 */
record Recipient(String name, String email, Reader reader, String page) {}
