package dev.parabola.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.parabola.core.problem.Position;
import dev.parabola.core.problem.Problem;
import dev.parabola.core.problem.Problems;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValuesTest {
    private static final Position PLACE = new Position("m.yaml", 3, 7);

    private enum Reader {
        NUMBER,
        COUNT,
        INTEGER,
        TEXT,
        TRUTH,
        CHOICE;

        Object read(Values values, Node node) {
            return switch (this) {
                case NUMBER -> values.number(node, "v");
                case COUNT -> values.count(node, "v", 1, 9_000);
                case INTEGER -> values.integer(node, "v");
                case TEXT -> values.text(node, "v");
                case TRUTH -> values.truth(node, "v");
                case CHOICE -> values.choice(node, "v", Choices.of("mlp", 1));
            };
        }
    }

    @ParameterizedTest
    @MethodSource
    void aValueOfTheRightTypeIsRead(Reader reader, Node node, String value) {
        Problems problems = new Problems();

        assertThat(reader.read(new Values(problems), node)).hasToString(value);
        assertThat(problems.count()).isZero();
    }

    static Stream<Arguments> aValueOfTheRightTypeIsRead() {
        return Stream.of(
                arguments(Reader.NUMBER, plain("1e-3"), "OptionalDouble[0.001]"),
                arguments(Reader.COUNT, plain("5e3"), "OptionalLong[5000]"),
                arguments(Reader.COUNT, plain("64.0"), "OptionalLong[64]"),
                arguments(Reader.INTEGER, plain("-9223372036854775808"), "OptionalLong[-9223372036854775808]"),
                arguments(Reader.TEXT, plain("010"), "Optional[010]"),
                arguments(Reader.TEXT, quoted(""), "Optional[]"),
                arguments(Reader.TRUTH, plain("false"), "Optional[false]"),
                arguments(Reader.CHOICE, quoted("mlp"), "Optional[1]"));
    }

    @ParameterizedTest
    @MethodSource
    void anythingElseIsRefusedAtItsPlace(Reader reader, Node node, String message) {
        Problems problems = new Problems();

        assertThat(reader.read(new Values(problems), node)).asString().endsWith(".empty");
        assertThat(problems.inOrder()).containsExactly(new Problem(PLACE, message));
    }

    static Stream<Arguments> anythingElseIsRefusedAtItsPlace() {
        Node list = new Node.Sequence(List.of(), PLACE);
        Node map = new Node.Mapping(List.of(), PLACE);
        return Stream.of(
                arguments(Reader.NUMBER, plain(""), "v must be a number, got nothing"),
                arguments(Reader.NUMBER, plain("null"), "v must be a number, got nothing"),
                arguments(Reader.NUMBER, list, "v must be a number, got a list"),
                arguments(Reader.NUMBER, map, "v must be a number, got a map"),
                arguments(Reader.NUMBER, quoted("1"), "v must be a number, got the text '1'; remove the quotes"),
                arguments(Reader.NUMBER, quoted("a"), "v must be a number, got the text 'a'"),
                arguments(Reader.NUMBER, plain("a\nb"), "v must be a number, got 'a\\nb'"),
                arguments(
                        Reader.NUMBER,
                        plain("a".repeat(100)),
                        "v must be a number, got '" + "a".repeat(30) + " … " + "a".repeat(20) + "'"),
                arguments(Reader.COUNT, plain("0.5"), "v must be a whole number, got 0.5"),
                arguments(
                        Reader.COUNT, plain("1e-400"), "v: 1e-400 is too small for a double; write 0 if that is meant"),
                arguments(Reader.COUNT, plain("0"), "v must be at least 1, got 0"),
                arguments(Reader.COUNT, plain("-1e300"), "v must be at least 1, got -1e300"),
                arguments(Reader.COUNT, plain("9001"), "v must be at most 9000, got 9001"),
                arguments(Reader.COUNT, plain("1e300"), "v must be at most 9000, got 1e300"),
                arguments(Reader.TEXT, plain("~"), "v must be a text, got nothing"),
                arguments(Reader.TEXT, list, "v must be a text, got a list"),
                arguments(Reader.TRUTH, plain("yes"), "v must be true or false, got 'yes'; write true"),
                arguments(Reader.TRUTH, plain("Off"), "v must be true or false, got 'Off'; write false"),
                arguments(Reader.TRUTH, plain("True"), "v must be true or false, got 'True'; write true"),
                arguments(
                        Reader.TRUTH, quoted("true"), "v must be true or false, got 'true'; write true without quotes"),
                arguments(Reader.TRUTH, plain("1"), "v must be true or false, got '1'"),
                arguments(Reader.CHOICE, plain("mpl"), "v cannot be 'mpl'; did you mean 'mlp'?"),
                arguments(Reader.CHOICE, list, "v must be one of mlp, got a list"));
    }

    private static Node plain(String text) {
        return new Node.Scalar(text, false, PLACE);
    }

    private static Node quoted(String text) {
        return new Node.Scalar(text, true, PLACE);
    }
}
