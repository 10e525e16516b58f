package org.coachbook.localstack.commands;

import java.util.ArrayList;
import java.util.List;
import org.coachbook.localstack.LocalStack;
import org.coachbook.localstack.ServiceDefinition;

/** What a person wants to see when the stack is up. */
record StackTable(LocalStack stack) {
    String text() {
        List<String> lines = new ArrayList<>(List.of("", "Coachbook runs.", ""));
        ServiceDefinition.ALL.forEach(service -> lines.add(row(
                service.name(), stack.address(service.name()) + "   management " + stack.management(service.name()))));
        lines.add(row("MongoDB", stack.addresses().mongodb()));
        lines.add(row("Kafka", stack.addresses().kafka()));
        lines.add(row("Stripe", stack.addresses().stripe().toString()));
        lines.add(row("mails", stack.mailDirectory().toString()));
        lines.add(row("logs", stack.logs().toString()));
        lines.add("");
        stack.accounts()
                .forEach(account -> lines.add(row(account.role(), account.email() + "   " + account.password())));
        lines.add("");
        return String.join(System.lineSeparator(), lines);
    }

    private static String row(String name, String value) {
        return "  %-22s %s".formatted(name, value);
    }
}
