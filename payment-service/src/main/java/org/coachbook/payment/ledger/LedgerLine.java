package org.coachbook.payment.ledger;

/**
 * One side of a transaction.
 *
 * @param amount minor units; what an account gets is positive
 */
public record LedgerLine(LedgerAccount account, long amount) {}
