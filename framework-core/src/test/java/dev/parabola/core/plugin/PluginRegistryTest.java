package dev.parabola.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.parabola.api.Activation;
import dev.parabola.api.Name;
import dev.parabola.api.TargetFunction;
import dev.parabola.api.expression.Expression;
import dev.parabola.core.problem.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PluginRegistryTest {
    private static final String OF = "public Expression of(Expression x) { return x; }";

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    @Name("twice")
    public record Twice() implements Activation {
        @Override
        public Expression of(Expression x) {
            return x.times(2);
        }
    }

    @Name("twice")
    public record TwiceAgain() implements Activation {
        @Override
        public Expression of(Expression x) {
            return x.plus(x);
        }
    }

    @Name("twice")
    public record TwiceTarget() implements TargetFunction {
        @Override
        public Expression of(Expression... x) {
            return x[0].times(2);
        }
    }

    @Test
    void findsPluginsByKindAndName() {
        PluginRegistry registry = PluginRegistry.of(Twice.class, TwiceTarget.class);

        assertThat(registry.find(Kind.ACTIVATION, "twice"))
                .map(PluginType::type)
                .contains(Twice.class);
        assertThat(registry.find(Kind.TARGET, "twice")).map(PluginType::type).contains(TwiceTarget.class);
        assertThat(registry.find(Kind.ACTIVATION, "thrice")).isEmpty();
        assertThat(registry.find(Kind.OPTIMIZER, "twice")).isEmpty();
        assertThat(registry.conflict(Kind.ACTIVATION, "twice")).isEmpty();
        assertThat(registry.conflict(Kind.ACTIVATION, "thrice")).isEmpty();
    }

    @Test
    void listsThePluginsOfAKindByName() {
        Path jar = new TestJar()
                .source("r.B", "@Name(\"b\") public record B() implements Activation { " + OF + " }")
                .source("r.A", "@Name(\"a\") public record A() implements Activation { " + OF + " }")
                .service("Activation", "r.B")
                .service("Activation", "r.A")
                .writeTo(folder.resolve("two.jar"));

        assertThat(discover(named(jar)).all(Kind.ACTIVATION))
                .extracting(PluginType::name)
                .containsExactly("a", "b");
        assertThat(discover(named(jar)).all(Kind.TARGET)).isEmpty();
    }

    @Test
    void knowsTheJarThatAPluginCameFrom() throws IOException, NoSuchAlgorithmException {
        Path jar = TestJar.activation("Third", "third", 3)
                .calledItself("Thirds", "1.2")
                .writeTo(folder.resolve("third.jar"));
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));

        PluginRegistry registry =
                discover(new PluginSource.Named(jar, "../plugins/third.jar", Position.of("study.yaml")));

        Artifact artifact = new Artifact("../plugins/third.jar", "Thirds", "1.2", digest);
        assertThat(registry.artifacts()).containsExactly(artifact);
        PluginType third = registry.find(Kind.ACTIVATION, "third").orElseThrow();
        assertThat(third.artifact()).contains(artifact);
        assertThat(third.origin()).isEqualTo("../plugins/third.jar");
        assertThat(third).hasToString("activation third (../plugins/third.jar)");
    }

    @Test
    void aJarWithoutATitleIsCalledAsItsFile() {
        Path jar = TestJar.activation("Third", "third", 3).writeTo(folder.resolve("third.jar"));

        assertThat(discover(named(jar)).artifacts())
                .extracting(Artifact::name, Artifact::version)
                .containsExactly(tuple("third.jar", ""));
    }

    @Test
    void readsEveryJarOfAFolderAndNothingElse() throws IOException {
        TestJar.activation("One", "one", 1).writeTo(folder.resolve("b.jar"));
        TestJar.activation("Two", "two", 2).writeTo(folder.resolve("a.jar"));
        Files.writeString(folder.resolve("notes.txt"), "no jar");

        PluginRegistry registry = discover(new PluginSource.Named(folder, "plugins/", Position.of("--plugins")));

        assertThat(registry.artifacts()).extracting(Artifact::path).containsExactly("plugins/a.jar", "plugins/b.jar");
    }

    @Test
    void theSameJarInSeveralPlacesCountsOnce() throws IOException {
        Path jar = TestJar.activation("One", "one", 1).writeTo(folder.resolve("one.jar"));
        Path copy = Files.copy(jar, folder.resolve("copy.jar"));
        Path installed = Files.createDirectory(folder.resolve("installed"));
        Files.copy(jar, installed.resolve("one.jar"));

        PluginRegistry registry = PluginRegistry.discover(List.of(
                new PluginSource.Installation(installed, "plugins"),
                named(jar),
                named(folder.resolve("installed/../one.jar")),
                named(copy)));

        assertThat(registry.artifacts()).extracting(Artifact::path).containsExactly("one.jar");
        assertThat(registry.warnings()).isEmpty();
    }

    @Test
    void anInstallationWithoutAFolderOfPluginsIsNoProblem() {
        PluginRegistry registry = discover(new PluginSource.Installation(folder.resolve("plugins"), "plugins"));

        assertThat(registry.warnings()).isEmpty();
    }

    static Stream<Arguments> brokenClasses() {
        return Stream.of(
                broken(
                        "Broken is no record; a plugin is a public record",
                        "@Name(\"broken\") public final class Broken implements Activation { " + OF + " }"),
                broken(
                        "Broken is not public; a plugin is a public record",
                        "@Name(\"broken\") record Broken() implements Activation { public Broken {} " + OF + " }"),
                broken("Broken has no @Name", "public record Broken() implements Activation { " + OF + " }"),
                broken(
                        "Broken @Name(\"Broken One\") must be lower-case words joined by hyphens, at most 64 characters",
                        "@Name(\"Broken One\") public record Broken() implements Activation { " + OF + " }"),
                broken(
                        "@Name(\"" + "a".repeat(65) + "\") must be lower-case words",
                        "@Name(\"" + "a".repeat(65) + "\") public record Broken() implements Activation { " + OF
                                + " }"),
                broken(
                        "Broken Unable to get public no-arg constructor; each line must name a class of the jar that"
                                + " implements Activation and has a public constructor without parameters",
                        "@Name(\"broken\") public record Broken(double a) implements Activation { " + OF + " }"),
                broken(
                        "Broken cannot be made with its defaults: java.lang.IllegalStateException: not today",
                        "@Name(\"broken\") public record Broken() implements Activation {"
                                + " public Broken { if (true) throw new IllegalStateException(\"not today\"); } " + OF
                                + " }"),
                broken(
                        "Broken cannot be made with its defaults: java.lang.ArithmeticException: / by zero",
                        "@Name(\"broken\") public record Broken() implements Activation {"
                                + " static final int N = 1 / Integer.parseInt(\"0\"); " + OF + " }"),
                broken(
                        "parameter table: the type java.util.Map<java.lang.String, java.lang.String> is not supported;"
                                + " use double, int, boolean, String, an enum, or a List of these",
                        "@Name(\"broken\") public record Broken(Map<String, String> table) implements Activation {"
                                + " public Broken() { this(Map.of()); } " + OF + " }"),
                broken(
                        "parameter size: the type float is not supported",
                        "@Name(\"broken\") public record Broken(float size) implements Activation {"
                                + " public Broken() { this(1); } " + OF + " }"),
                broken(
                        "parameter sizes: the type java.util.List<? extends java.lang.Double> is not supported",
                        "@Name(\"broken\") public record Broken(List<? extends Double> sizes) implements Activation {"
                                + " public Broken() { this(List.of()); } " + OF + " }"),
                broken(
                        "parameter label: its default must not be null",
                        "@Name(\"broken\") public record Broken(String label) implements Activation {"
                                + " public Broken() { this(null); } " + OF + " }"),
                broken(
                        "parameter slope: its own default is refused: slope must be between 0 and 1, got 2",
                        "@Name(\"broken\") public record Broken(@Range(min = 0, max = 1) double slope)"
                                + " implements Activation { public Broken() { this(2); } " + OF + " }"),
                broken(
                        "parameter slope: its own default is refused: slope must be finite, got NaN",
                        "@Name(\"broken\") public record Broken(double slope) implements Activation {"
                                + " public Broken() { this(Double.NaN); } " + OF + " }"),
                broken(
                        "parameter label: @Range is for numbers",
                        "@Name(\"broken\") public record Broken(@Range(min = 0) String label) implements Activation {"
                                + " public Broken() { this(\"\"); } " + OF + " }"),
                broken(
                        "parameter name: a parameter cannot be called 'name', which is the plugin's own",
                        "@Name(\"broken\") public record Broken(String name) implements Activation {"
                                + " public Broken() { this(\"\"); } " + OF + " }"),
                broken(
                        "parameter größe: a manifest cannot write this name; use letters and digits",
                        "@Name(\"broken\") public record Broken(double größe) implements Activation {"
                                + " public Broken() { this(1); } " + OF + " }"),
                broken(
                        "parameter a_b: another parameter is called 'a-b' too",
                        "@Name(\"broken\") public record Broken(double aB, double a_b) implements Activation {"
                                + " public Broken() { this(1, 2); } " + OF + " }"),
                broken(
                        "parameter word: two constants of Word are the same word: [a-b, a-b]",
                        "@Name(\"broken\") public record Broken(Word word) implements Activation {"
                                + " public enum Word { aB, A_B } public Broken() { this(Word.aB); } " + OF + " }"),
                broken(
                        "parameter slope: its default cannot be read: java.lang.IllegalStateException: secret",
                        "@Name(\"broken\") public record Broken(double slope) implements Activation {"
                                + " public Broken() { this(1); }"
                                + " public double slope() { throw new IllegalStateException(\"secret\"); } " + OF
                                + " }"),
                broken(
                        "Broken implements Activation and NumericActivation; it must implement one of them",
                        "@Name(\"broken\") public record Broken() implements Activation, NumericActivation {"
                                + " public double value(double x) { return x; }"
                                + " public double derivative(double x) { return 1; } " + OF + " }"),
                broken(
                        "META-INF/services/dev.parabola.api.Activation: research.Broken not a subtype",
                        "@Name(\"broken\") public record Broken() implements TargetFunction {"
                                + " public Expression of(Expression... x) { return x[0]; } }"),
                broken(
                        "META-INF/services/dev.parabola.api.Activation: Provider research.Broken not found",
                        "final class Broken {}",
                        jar -> jar.leaveOut("research.Broken")),
                broken(
                        "a class cannot be loaded: java.lang.NoClassDefFoundError: research/Missing",
                        "@Name(\"broken\") public record Broken() implements Activation, Missing { " + OF + " }",
                        jar -> jar.source("research.Missing", "public interface Missing {}")
                                .leaveOut("research.Missing")),
                broken(
                        "Broken cannot be made with its defaults: java.lang.NoClassDefFoundError: research/Missing",
                        "@Name(\"broken\") public record Broken() implements Activation {"
                                + " public Broken { new Missing(); } " + OF + " }",
                        jar -> jar.source("research.Missing", "public class Missing {}")
                                .leaveOut("research.Missing")),
                broken(
                        "a class cannot be loaded: java.lang.ClassFormatError",
                        "final class Other {}",
                        jar -> jar.entry("research/Broken.class", new byte[] {(byte) 0xCA, (byte) 0xFE, 1, 2})),
                broken(
                        "META-INF/services/dev.parabola.api.Activatoin names no kind of plugin; did you mean"
                                + " 'dev.parabola.api.Activation'",
                        "@Name(\"broken\") public record Broken() implements Activation { " + OF + " }",
                        jar -> jar.service("Activatoin", "research.Broken")));
    }

    private interface Change {
        TestJar of(TestJar jar);
    }

    private static Arguments broken(String message, String declaration) {
        return broken(message, declaration, jar -> jar);
    }

    private static Arguments broken(String message, String declaration, Change change) {
        String className = declaration.replaceAll("(?s).*?(?:class|record) (\\w+).*", "$1");
        TestJar jar = new TestJar()
                .source("research." + className, declaration)
                .source("research.Sound", "@Name(\"sound\") public record Sound() implements Activation { " + OF + " }")
                .service("Activation", "research.Broken")
                .service("Activation", "research.Sound");
        return Arguments.of(message, change.of(jar));
    }

    @ParameterizedTest
    @MethodSource("brokenClasses")
    void aBrokenClassIsAnErrorInANamedJarAndElseAWarningThatHidesNoOther(String message, TestJar jar) {
        Path file = jar.writeTo(folder.resolve("installed/broken.jar"));
        TestJar.activation("Other", "other", 1).writeTo(folder.resolve("installed/z.jar"));

        assertThat(refused(named(file)))
                .anySatisfy(line ->
                        assertThat(line).startsWith("--plugins: broken.jar: ").contains(message));
        PluginRegistry registry = discover(new PluginSource.Installation(folder.resolve("installed"), "plugins"));
        assertThat(registry.warnings())
                .anySatisfy(line ->
                        assertThat(line).startsWith("plugins/broken.jar: ").contains(message));
        assertThat(registry.all(Kind.ACTIVATION)).extracting(PluginType::name).contains("sound", "other");
    }

    static Stream<Arguments> brokenFiles() {
        return Stream.of(
                Arguments.of("is no readable jar", new byte[0]),
                Arguments.of("is no readable jar", "no jar at all".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("is no readable jar", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 0, 0}),
                Arguments.of("has no plugin", bytes(new TestJar().entry("readme.txt", new byte[3]))),
                Arguments.of("has no plugin", bytes(new TestJar().entry("../../outside.txt", new byte[3]))),
                Arguments.of("has no plugin", bytes(new TestJar().service("Activation", "# none yet"))),
                Arguments.of("Illegal provider-class name: 1.2", bytes(new TestJar().service("Activation", "1.2"))),
                Arguments.of("is no readable jar", cutShort()));
    }

    private static byte[] cutShort() {
        byte[] whole = bytes(TestJar.activation("Cut", "cut", 1));
        return Arrays.copyOf(whole, whole.length - 30);
    }

    private static byte[] bytes(TestJar jar) {
        try {
            return Files.readAllBytes(jar.writeTo(shared.resolve("x.jar")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void aBrokenFileIsAnErrorWhereItIsNamedAndAWarningWhereItIsNot(String message, byte[] bytes) throws IOException {
        Path plugins = Files.createDirectory(folder.resolve("installed"));
        Path file = Files.write(plugins.resolve("broken.jar"), bytes);

        assertThat(refused(named(file))).singleElement().asString().contains("broken.jar: ", message);
        assertThat(discover(new PluginSource.Installation(plugins, "plugins")).warnings())
                .singleElement()
                .asString()
                .startsWith("plugins/broken.jar: ")
                .contains(message);
    }

    @Test
    void aSignatureThatIsGarbageCountsAsNone() {
        Path jar = TestJar.activation("Signed", "signed", 1)
                .entry("META-INF/EVIL.SF", "Signature-Version: 1.0\r\n\r\n".getBytes(StandardCharsets.UTF_8))
                .entry("META-INF/EVIL.RSA", new byte[] {1, 2, 3})
                .writeTo(folder.resolve("signed.jar"));

        assertThat(discover(named(jar)).find(Kind.ACTIVATION, "signed")).isPresent();
    }

    @Test
    void aFolderThatIsNamedLikeAJarIsNone() throws IOException {
        Path plugins =
                Files.createDirectories(folder.resolve("installed/x.jar")).getParent();

        assertThat(discover(new PluginSource.Installation(plugins, "plugins")).warnings())
                .containsExactly("plugins/x.jar: is a folder, not a jar");
        assertThat(refused(new PluginSource.Named(plugins, "mine", Position.of("--plugins"))))
                .containsExactly("--plugins: mine/x.jar: is a folder, not a jar");
    }

    @Test
    void namesEverythingThatIsWrongWithWhatTheUserNamed() throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        Files.writeString(folder.resolve("Mine.java"), "record Mine() {}");
        List<PluginSource> sources = new ArrayList<>();
        for (String path : List.of("missing.jar", "empty", "Mine.java")) {
            sources.add(new PluginSource.Named(
                    folder.resolve(path), path, new Position("study.yaml", 3, 11 + sources.size())));
        }

        assertThat(refused(sources.toArray(PluginSource[]::new)))
                .containsExactly(
                        "study.yaml:3:11: missing.jar: no such file or folder",
                        "study.yaml:3:12: empty: there is no jar in this folder",
                        "study.yaml:3:13: Mine.java: a plugin's source is not loaded as it is; compile it into a jar");
    }

    @Test
    void twoNamedPluginsOfOneNameAreAnErrorThatNamesBothPlaces() {
        Path one = TestJar.activation("One", "same", 1).writeTo(folder.resolve("one.jar"));
        Path two = TestJar.activation("Two", "same", 2).writeTo(folder.resolve("two.jar"));

        assertThat(refused(named(one), named(two)))
                .containsExactly("--plugins: activation 'same' is ambiguous: there is one in one.jar (research.One) and"
                        + " two.jar (research.Two); rename or remove one");
    }

    @Test
    void twoBuiltInPluginsOfOneNameAreAnError() {
        assertThatThrownBy(() -> PluginRegistry.of(Twice.class, TwiceAgain.class))
                .isInstanceOf(PluginUnavailableException.class)
                .hasMessageContaining(
                        "activation 'twice' is ambiguous: there is one in built in (" + Twice.class.getName());
    }

    @Test
    void aDroppedInPluginOfATakenNameMakesTheNameAmbiguous() {
        Path one = TestJar.activation("One", "same", 1).writeTo(folder.resolve("one.jar"));
        Path installed = TestJar.activation("Two", "same", 2)
                .writeTo(folder.resolve("installed/two.jar"))
                .getParent();

        PluginRegistry registry = discover(named(one), new PluginSource.Installation(installed, "plugins"));

        String message = "activation 'same' is ambiguous: there is one in one.jar (research.One) and plugins/two.jar"
                + " (research.Two); rename or remove one";
        assertThat(registry.warnings()).containsExactly(message);
        assertThat(registry.conflict(Kind.ACTIVATION, "same")).contains(message);
        assertThat(registry.find(Kind.ACTIVATION, "same")).isEmpty();
        assertThat(registry.all(Kind.ACTIVATION)).isEmpty();
    }

    @Test
    void theSameNameInTwoKindsIsNoConflict() {
        assertThat(PluginRegistry.of(Twice.class, TwiceTarget.class).warnings()).isEmpty();
    }

    @Test
    void aPluginFromAJarWorks() {
        Path jar = new TestJar()
                .source(
                        "research.Parabola",
                        "@Name(\"bowl\") public record Parabola(@Range(min = 0) double a) implements TargetFunction {"
                                + " public Parabola() { this(1); }"
                                + " public Expression of(Expression... x) { return x[0].squared().times(a); } }")
                .service("TargetFunction", "research.Parabola")
                .writeTo(folder.resolve("bowl.jar"));

        PluginType bowl = discover(named(jar)).find(Kind.TARGET, "bowl").orElseThrow();
        TargetFunction made = (TargetFunction) bowl.create(Map.of("a", 3.0));

        assertThat(made.of(Expression.variable("x")).evaluate(2)).isEqualTo(12);
        assertThat(made).isEqualTo(bowl.create(Map.of("a", 3.0))).isNotEqualTo(bowl.create(Map.of()));
    }

    private static PluginRegistry discover(PluginSource... sources) {
        return PluginRegistry.discover(List.of(sources));
    }

    private static List<String> refused(PluginSource... sources) {
        return TestJar.lines(catchThrowableOfType(PluginUnavailableException.class, () -> discover(sources)));
    }

    private static PluginSource named(Path jar) {
        return new PluginSource.Named(jar, jar.getFileName().toString(), Position.of("--plugins"));
    }
}
