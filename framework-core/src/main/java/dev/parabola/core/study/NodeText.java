package dev.parabola.core.study;

import dev.parabola.core.manifest.Node;
import dev.parabola.core.manifest.Numeral;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Values of a manifest as text on one line: numbers in their shortest form, everything else as it is. */
final class NodeText {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_./-]*");
    /** Words that some YAML reader takes for something else. */
    private static final Set<String> NO_WORDS =
            Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf", "infinity");

    private final boolean json;
    private final StringBuilder text = new StringBuilder();

    private NodeText(boolean json) {
        this.json = json;
    }

    /** The text of a factor's level: a scalar as it is, else compact JSON. */
    static String level(Node node) {
        return node instanceof Node.Scalar scalar ? shortest(scalar) : json(node);
    }

    /** Compact JSON. Equal values have equal texts. */
    static String json(Node node) {
        return new NodeText(true).append(node).text.toString();
    }

    /** YAML's flow style, for people. */
    static String yaml(Node node) {
        return new NodeText(false).append(node).text.toString();
    }

    /** A text in YAML, quoted unless it is a plain word. */
    static String yaml(String text) {
        return new NodeText(false).appendText(text).text.toString();
    }

    private static String shortest(Node.Scalar scalar) {
        return !scalar.quoted() && Numeral.of(scalar.text()) instanceof Numeral.Finite number
                ? number.shortest()
                : scalar.text();
    }

    private NodeText append(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return appendScalar(scalar);
        }
        if (node instanceof Node.Sequence sequence) {
            text.append('[');
            for (Iterator<Node> items = sequence.items().iterator(); items.hasNext(); ) {
                append(items.next());
                separate(items);
            }
            text.append(']');
            return this;
        }
        text.append('{');
        for (Iterator<Node.Entry> entries = ((Node.Mapping) node).entries().iterator(); entries.hasNext(); ) {
            Node.Entry entry = entries.next();
            appendText(entry.key());
            text.append(json ? ":" : ": ");
            append(entry.value());
            separate(entries);
        }
        text.append('}');
        return this;
    }

    private void separate(Iterator<?> rest) {
        if (rest.hasNext()) {
            text.append(json ? "," : ", ");
        }
    }

    private NodeText appendScalar(Node.Scalar scalar) {
        boolean bare = !scalar.quoted()
                && (scalar.text().equals("true")
                        || scalar.text().equals("false")
                        || Numeral.of(scalar.text()) instanceof Numeral.Finite);
        if (!bare) {
            return appendText(scalar.text());
        }
        text.append(shortest(scalar));
        return this;
    }

    private NodeText appendText(String content) {
        if (!json && WORD.matcher(content).matches() && !NO_WORDS.contains(content.toLowerCase(Locale.ROOT))) {
            text.append(content);
            return this;
        }
        text.append('"');
        content.codePoints().forEach(this::appendEscaped);
        text.append('"');
        return this;
    }

    private void appendEscaped(int c) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (isPrintable(c)) {
                    text.appendCodePoint(c);
                } else {
                    String digits = Integer.toHexString(c);
                    text.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
                }
            }
        }
    }

    /** Characters beyond the first plane are all printable, so that what is not has four digits. */
    private static boolean isPrintable(int c) {
        boolean ascii = c >= ' ' && c < 0x7f;
        boolean control = c <= 0x9f || c == 0x2028 || c == 0x2029;
        boolean noCharacter = (c >= 0xd800 && c <= 0xdfff) || c == 0xfeff || c == 0xfffe || c == 0xffff;
        return ascii || (!control && !noCharacter);
    }
}
