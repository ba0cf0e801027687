package dev.parabola.api.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The nodes of formulas as a list, so that no algorithm recurses: a formula can be deeper than a thread's stack. */
final class Nodes {
    private Nodes() {}

    /** Every distinct node that the roots reach, arguments before those that use them. */
    static List<Expression> inOrder(List<Expression> roots) {
        List<Expression> order = new ArrayList<>();
        Set<Expression> seen = identitySet();
        Deque<Visit> stack = new ArrayDeque<>();
        for (Expression root : roots) {
            if (seen.add(root)) {
                stack.push(new Visit(root));
            }
            while (!stack.isEmpty()) {
                Visit visit = stack.peek();
                if (visit.next == visit.node.operation().arity()) {
                    order.add(visit.node);
                    stack.pop();
                } else {
                    Expression argument = visit.node.argument(visit.next++);
                    if (seen.add(argument)) {
                        stack.push(new Visit(argument));
                    }
                }
            }
        }
        return order;
    }

    /** Those of the nodes, arguments first, that contain a variable. */
    static Set<Expression> containing(List<Expression> order, Predicate<String> variable) {
        Set<Expression> found = identitySet();
        for (Expression node : order) {
            boolean contains = node.operation() == Operation.VARIABLE && variable.test(node.name());
            for (int i = 0; i < node.operation().arity(); i++) {
                contains |= found.contains(node.argument(i));
            }
            if (contains) {
                found.add(node);
            }
        }
        return found;
    }

    private static Set<Expression> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private static final class Visit {
        private final Expression node;
        private int next;

        Visit(Expression node) {
            this.node = node;
        }
    }
}
