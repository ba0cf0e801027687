package dev.parabola.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Starts a copy of the distribution: what the launcher does around the program must not be noticed. */
class StartIT {
    private static final String MANIFEST = """
            study: start
            replicas: 2
            target: square
            data: {samples: 20}
            model: {hidden: [4]}
            training: {steps: STEPS, batch: 10}
            """;

    /** The bit of signal 2 in the masks of signals. */
    private static final long SIGINT_BIT = 1L << 1;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    private static Path installation = Path.of("");
    private static Path brief = Path.of("");

    private record Ended(int exitCode, String out, String err) {}

    @BeforeAll
    static void install() throws IOException {
        installation = copyTo(folder.resolve("with blank"));
        brief = manifest("brief", 30);
    }

    private static Path manifest(String name, int steps) throws IOException {
        return Files.writeString(folder.resolve(name + ".yaml"), MANIFEST.replace("STEPS", Integer.toString(steps)));
    }

    private static Path copyTo(Path target) throws IOException {
        Path source = Path.of(System.getProperty("parabola.distribution"));
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(file -> !file.startsWith(source.resolve("cache")))
                    .toList()) {
                Files.copy(file, target.resolve(source.relativize(file).toString()));
            }
        }
        for (String program : List.of("parabola", "parabola-archive")) {
            Files.setPosixFilePermissions(
                    target.resolve("bin").resolve(program), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return target;
    }

    private static ProcessBuilder builder(Path home, Map<String, String> environment, List<String> arguments) {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin").resolve("parabola").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile());
        builder.environment().put("PARABOLA_JAVA_OPTS", "");
        builder.environment().put("PARABOLA_ARCHIVE", "off");
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("user").toString());
        builder.environment().put("TMPDIR", folder.toString());
        builder.environment().putAll(environment);
        return builder;
    }

    private static Ended end(Process process) throws IOException, InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).noneMatch(name -> name.startsWith("parabola-"));
        }
        return new Ended(
                process.exitValue(),
                Files.readString(folder.resolve("out.txt")),
                Files.readString(folder.resolve("err.txt")));
    }

    private static Ended run(Path home, Map<String, String> environment, String output)
            throws IOException, InterruptedException {
        return end(builder(
                        home,
                        environment,
                        List.of(
                                "run",
                                brief.toString(),
                                "-q",
                                "-o",
                                folder.resolve(output).toString(),
                                "--fresh"))
                .start());
    }

    private static Map<String, String> with(String... pairs) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private static void assertSame(String actual, String expected) throws IOException {
        for (String file : List.of("trials.csv", "history.csv", "predictions.csv", "summary.csv", "study.lock.yaml")) {
            assertThat(folder.resolve(actual).resolve(file))
                    .hasSameBinaryContentAs(folder.resolve(expected).resolve(file));
        }
    }

    private static List<Path> archives(Path cache) throws IOException {
        if (!Files.isDirectory(cache)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(cache)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aQuietRunSaysNothingOnStandardErrorThoughItMayUseVectors() throws IOException, InterruptedException {
        Ended ended = run(installation, with("PARABOLA_JAVA_OPTS", "-Xlog:module+load"), "quiet");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out().contains("jdk.incubator.vector"))
                .isEqualTo(ModuleFinder.ofSystem().find("jdk.incubator.vector").isPresent());
    }

    @Test
    void theProgramsOwnMessagesReachStandardError() throws IOException, InterruptedException {
        Ended ended = end(
                builder(installation, Map.of(), List.of("run", "missing.yaml")).start());

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).isEqualTo("missing.yaml: there is no such file\n");
    }

    @ParameterizedTest
    @CsvSource({"-XX:+NoSuchOption, NoSuchOption", "-Xmxnonsense, Invalid maximum heap size"})
    void theVirtualMachinesMessagesReachStandardError(String option, String message)
            throws IOException, InterruptedException {
        Process process = builder(installation, with("PARABOLA_JAVA_OPTS", option), List.of("run", brief.toString()))
                .redirectError(ProcessBuilder.Redirect.PIPE)
                .start();
        // To its end, which is when the last process that writes there has ended.
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isNotZero();
        assertThat(err).contains(message);
    }

    /** So that what is measured is what studies have. */
    @Test
    void benchmarksHaveTheOptionsOfTheLauncher() throws IOException {
        String launcher = Files.readString(installation.resolve("bin/parabola"))
                .replace("$calls", "CompileThresholdScaling")
                .replace("$home/lib/", "cli-launcher/src/main/dist/lib/");
        List<String> options = Files.readAllLines(Path.of("../benchmarks/vm-options")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.startsWith("--") ? line.replaceFirst("=", " ") : line)
                .toList();

        assertThat(options).hasSizeGreaterThan(10).allSatisfy(option -> {
            if (option.startsWith("-XX:CompilerDirectivesFile=")) {
                assertThat(launcher).contains("directives=" + option.substring(option.indexOf('=') + 1));
            } else {
                assertThat(launcher).contains(option);
            }
        });
    }

    @Test
    void theWarningIsSeenWhereThereCanBeNoPipe() throws IOException, InterruptedException {
        Ended ended = run(installation, with("TMPDIR", "/nonexistent"), "no-pipe");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err().lines()).allMatch(line -> line.startsWith("WARNING: Using incubator modules"));
    }

    @Test
    void aManifestComesThroughStandardInputWhileMessagesGoAroundTheFilter() throws IOException, InterruptedException {
        Path output = folder.resolve("piped");
        Ended ended = end(builder(installation, Map.of(), List.of("run", "-", "-o", output.toString()))
                .redirectInput(brief.toFile())
                .start());

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err()).isEqualTo("trained 2 of 2 trials\n");
        assertThat(output.resolve("manifest.yaml")).hasSameBinaryContentAs(brief);
        assertThat(ended.out()).contains("trials: 2 completed");
    }

    @ParameterizedTest
    @CsvSource({"check - </dev/null, <stdin>", "check - <&-, <stdin>", "check /dev/stdin </dev/null, <stdin>"})
    void nothingOnStandardInputIsNoManifest(String command, String name) throws IOException, InterruptedException {
        Process process = builder(installation, Map.of(), List.of())
                .command(
                        "sh",
                        "-c",
                        "exec \"$0\" " + command,
                        installation.resolve("bin/parabola").toString())
                .start();

        Ended ended = end(process);

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).startsWith(name + ":1:1: there is nothing in it");
    }

    /** With the terminal that {@code script} makes. */
    @ParameterizedTest
    @CsvSource({"stty cols 60;, 60", "stty cols 100;, 100", "stty cols 0;, 80", "stty cols 100; COLUMNS=44, 44"})
    void linesFitTheTerminalAndProgressLeavesNothingBehind(String before, int columns)
            throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "there is no script to make a terminal");
        String command = before + " '" + installation.resolve("bin/parabola") + "' run '" + brief + "' --fresh -o '"
                + folder.resolve("wide") + "'";
        Process process = builder(installation, with("TERM", "xterm", "NO_COLOR", ""), List.of())
                .command("/usr/bin/script", "-qec", command, "/dev/null")
                .redirectInput(Path.of("/dev/null").toFile())
                .start();

        Ended ended = end(process);

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).contains("\u001b[33mopen\u001b[0m", "\r\u001b[K");
        List<String> lines = ended.out()
                .lines()
                .flatMap(line -> Stream.of(line.split("\r\u001b\\[K")))
                .map(line -> line.replaceAll("\u001b\\[[0-9]*m", ""))
                .toList();
        assertThat(lines).allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(columns));
        assertThat(lines).anyMatch(line -> line.length() > columns - 12);
        assertThat(ended.out().substring(ended.out().lastIndexOf("\u001b[K"))).contains("trials: 2 completed");
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void signalsReachTheProgram(String signal, int exitCode) throws IOException, InterruptedException {
        Path output = folder.resolve(signal);
        ProcessBuilder builder = builder(
                installation,
                Map.of(),
                List.of("run", manifest("long", 100_000_000).toString(), "-q", "-o", output.toString()));
        if (signal.equals("INT") && ignoresInterrupts()) {
            // A script's background jobs, and all that they start, ignore Ctrl-C unless they are told to heed it.
            builder.command().addAll(0, List.of("env", "--default-signal=INT"));
        }
        Process process = builder.start();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(output.resolve("trials.csv")) && process.isAlive() && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }

        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();

        Ended ended = end(process);
        assertThat(ended.exitCode()).isEqualTo(exitCode);
        assertThat(ended.err()).contains("interrupted; " + output + " is unfinished");
    }

    /** Whether this process was started with SIGINT ignored, as far as the system tells. */
    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .mapToLong(line -> Long.parseUnsignedLong(
                            line.substring("SigIgn:".length()).strip(), 16))
                    .anyMatch(mask -> (mask & SIGINT_BIT) != 0);
        }
    }

    @Test
    @Tag("slow")
    void anArchiveChangesNothing() throws IOException, InterruptedException {
        Path home = copyTo(folder.resolve("archived"));
        run(home, Map.of(), "plain");

        Ended made = run(home, with("PARABOLA_ARCHIVE", "now"), "made");
        assertThat(made.exitCode()).isZero();
        assertThat(made.err()).isEmpty();
        assertSame("made", "plain");
        List<Path> archives = archives(home.resolve("cache"));
        assertThat(archives).hasSize(1);

        String options = "-Xlog:class+load";
        Ended used = run(home, with("PARABOLA_ARCHIVE", "", "PARABOLA_JAVA_OPTS", options), "used");
        assertThat(used.out().lines())
                .anyMatch(line -> line.contains("dev.parabola.cli.Main source: shared objects file"))
                .anyMatch(line -> line.contains("picocli.CommandLine source: shared objects file"));
        assertSame("used", "plain");
        assertThat(used.err()).isEmpty();

        byte[] whole = Files.readAllBytes(archives.get(0));
        Path archive = archives.get(0);
        archive.toFile().setWritable(true);
        try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
            file.setLength(whole.length / 2);
        }
        assertUnharmed(home, "half");
        Files.write(archive, new byte[0]);
        assertUnharmed(home, "empty");
        Files.writeString(archive, "This is no archive of classes.".repeat(1000));
        assertUnharmed(home, "text");
    }

    private static void assertUnharmed(Path home, String name) throws IOException, InterruptedException {
        Ended ended = run(home, with("PARABOLA_ARCHIVE", ""), name);
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out().replace("/" + name, "/plain"))
                .isEqualTo(run(home, Map.of(), "plain").out());
        assertSame(name, "plain");
    }

    @Test
    void whatCannotBeWrittenOnlyCostsTime() throws IOException, InterruptedException {
        Path home = copyTo(folder.resolve("read-only"));
        // Whoever builds as root may write everywhere, but not below a file.
        Files.writeString(home.resolve("cache"), "");
        Path user = Files.writeString(folder.resolve("file"), "");
        for (Path directory : List.of(home, home.resolve("lib"), home.resolve("bin"))) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("r-xr-xr-x"));
        }
        try {
            for (String when : List.of("now", "")) {
                Ended ended =
                        run(home, with("PARABOLA_ARCHIVE", when, "XDG_CACHE_HOME", user.toString()), "unwritable");
                assertThat(ended.exitCode()).isZero();
                assertThat(ended.err()).isEmpty();
            }
        } finally {
            for (Path directory : List.of(home, home.resolve("lib"), home.resolve("bin"))) {
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
