package dev.parabola.core.manifest;

import dev.parabola.core.problem.InvalidInputException;
import dev.parabola.core.problem.Position;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** The text of a file, with the places of its characters. */
final class SourceText {
    private final String source;
    private final String text;
    private final List<String> lines;

    private SourceText(String source, String text) {
        this.source = source;
        this.text = text;
        this.lines = List.of(text.split("\r\n|\r|\n", -1));
    }

    /**
     * Decodes a file.
     *
     * @throws InvalidInputException if the bytes are not UTF-8, or hold characters that YAML does not allow
     */
    static SourceText decode(String source, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        String text = withoutByteOrderMark(out.flip().toString());
        if (result.isError()) {
            throw new InvalidInputException(
                    end(source, text),
                    String.format(
                            Locale.ROOT,
                            "the byte 0x%02X is not UTF-8 here; save the file as UTF-8",
                            bytes[in.position()] & 0xFF));
        }
        text.codePoints().filter(c -> !StreamReader.isPrintable(c)).findFirst().ifPresent(c -> {
            throw new InvalidInputException(
                    end(source, text.substring(0, text.indexOf(c))),
                    String.format(
                            Locale.ROOT,
                            "the character U+%04X is not allowed in YAML; in a text write \"\\u%04x\"",
                            c,
                            c));
        });
        return new SourceText(source, text);
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The place behind the end of a text. */
    private static Position end(String source, String before) {
        List<String> lines = List.of(before.split("\r\n|\r|\n", -1));
        String last = lines.get(lines.size() - 1);
        return new Position(source, lines.size(), last.codePointCount(0, last.length()) + 1);
    }

    String text() {
        return text;
    }

    /**
     * The place of a character of a scalar.
     *
     * @return the place; empty where the scalar's text is folded from several lines, or the scalar is not of this source
     */
    Optional<Position> inside(Node.Scalar scalar, int index) {
        Position start = scalar.position();
        if (!start.source().equals(source) || start.line() < 1 || start.line() > lines.size()) {
            return Optional.empty();
        }
        String line = lines.get(start.line() - 1);
        int from = line.offsetByCodePoints(0, Math.min(start.column() - 1, line.codePointCount(0, line.length())));
        if (!scalar.quoted()) {
            return line.startsWith(scalar.text(), from)
                    ? Optional.of(start.right(scalar.text().codePointCount(0, index)))
                    : Optional.empty();
        }
        char opening = from < line.length() ? line.charAt(from) : ' ';
        return switch (opening) {
            case '\'', '"' -> insideQuotes(line, from, index).map(at -> start.right(line.codePointCount(from, at)));
            case '|' -> insideBlock(scalar, index);
            default -> Optional.empty();
        };
    }

    /** The index in the line of a quoted character; escapes count as what they stand for. */
    private static Optional<Integer> insideQuotes(String line, int from, int index) {
        boolean single = line.charAt(from) == '\'';
        int at = from + 1;
        for (int seen = 0; at < line.length(); ) {
            if (seen >= index) {
                return Optional.of(at);
            }
            if (single) {
                at += line.startsWith("''", at) ? 2 : 1;
                seen++;
            } else if (line.charAt(at) == '\\' && at + 1 < line.length()) {
                char kind = line.charAt(at + 1);
                seen += kind == 'U' ? Character.charCount(Integer.parseInt(line.substring(at + 2, at + 10), 16)) : 1;
                at += kind == 'x' ? 4 : kind == 'u' ? 6 : kind == 'U' ? 10 : 2;
            } else {
                at++;
                seen++;
            }
        }
        return Optional.empty();
    }

    private Optional<Position> insideBlock(Node.Scalar scalar, int index) {
        String before = scalar.text().substring(0, Math.min(index, scalar.text().length()));
        long breaks = before.chars().filter(c -> c == '\n').count();
        String first = scalar.text()
                .lines()
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
        for (int i = scalar.position().line(); i < lines.size(); i++) {
            int indent = lines.get(i).indexOf(first);
            if (!first.isEmpty() && indent >= 0) {
                String part = before.substring(before.lastIndexOf('\n') + 1);
                long leading = scalar.text().chars().takeWhile(c -> c == '\n').count();
                return Optional.of(new Position(
                        source, (int) (i + 1 + breaks - leading), indent + 1 + part.codePointCount(0, part.length())));
            }
        }
        return Optional.empty();
    }
}
