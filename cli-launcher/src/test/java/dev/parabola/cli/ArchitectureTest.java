package dev.parabola.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.parabola.core.execution.KernelChoice;
import dev.parabola.core.training.TrialResult;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules about which part may use which. A rule that sees no class says nothing, so each part must have some. */
class ArchitectureTest {
    private static final String CORE = "dev.parabola.core.";

    /** In the order in which the data walks through them. */
    private static final List<String> ROOMS =
            List.of("manifest", "plugin", "study", "data", "network", "training", "execution", "results", "statistics");

    private static final List<String> SUPPORT = List.of("random", "kernel", "text", "problem");

    private static final String[] JDK = {"java..", "javax..", "org.jspecify.annotations.."};

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(location -> !location.contains("test-classes"))
            .importPackages("dev.parabola");

    static Stream<String> rooms() {
        return ROOMS.stream();
    }

    static Stream<String> supportRooms() {
        return SUPPORT.stream();
    }

    private static String[] packages(Stream<String> rooms) {
        return rooms.map(room -> CORE + room + "..").toArray(String[]::new);
    }

    private static long count(String packages) {
        DescribedPredicate<JavaClass> inside = resideInAPackage(packages);
        return PROGRAM.stream().filter(inside).count();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.parabola.api..",
                "dev.parabola.core..",
                "dev.parabola.report..",
                "dev.parabola.plugins.activations..",
                "dev.parabola.plugins.targets..",
                "dev.parabola.plugins.optimizers..",
                "dev.parabola.cli.."
            })
    void theRulesSeeEveryModule(String packages) {
        assertThat(count(packages)).isGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource({"rooms", "supportRooms"})
    void theRulesSeeEveryRoom(String room) {
        assertThat(count(CORE + room + "..")).isPositive();
    }

    @Test
    void theRulesSeeTheProgram() {
        assertThat(PROGRAM.size()).isGreaterThan(200);
    }

    @Test
    void everyClassOfTheCoreLivesInARoom() {
        check(classes()
                .that()
                .resideInAPackage("dev.parabola.core..")
                .should()
                .resideInAnyPackage(packages(Stream.concat(ROOMS.stream(), SUPPORT.stream()))));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomUsesEarlierRoomsOnly(String room) {
        String[] later = packages(ROOMS.stream().skip(ROOMS.indexOf(room) + 1L));
        if (later.length == 0) {
            assertThat(room).isEqualTo("statistics");
            return;
        }
        check(noClasses()
                .that()
                .resideInAPackage(CORE + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(later));
    }

    /** So a report can be made from a run folder alone, also when the study's plugins are gone. */
    @Test
    void theReportReadsWhatTheResultsWroteAndPlansNothing() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.parabola.report..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(Stream.of(
                        "manifest", "plugin", "data", "network", "training", "execution", "kernel", "random"))));
    }

    @ParameterizedTest
    @MethodSource("supportRooms")
    void aSupportRoomUsesNoneOfTheRooms(String room) {
        check(noClasses()
                .that()
                .resideInAPackage(CORE + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(rooms())));
    }

    /**
     * So a report can always be made again from disk. The vocabulary of a trial's result is shared with those who write it; and what
     * no trial can say, the study's functions are asked for: a lower bound of the error of a shape, whether an alternative fits,
     * how large the training data are, and what a target does between two points.
     */
    @Test
    void statisticsReadsOnlyWhatResultsWrote() {
        DescribedPredicate<JavaClass> vocabulary = DescribedPredicate.describe(
                "a trial's result", type -> type.getName().startsWith(TrialResult.class.getName()));
        check(noClasses()
                .that()
                .resideInAPackage(CORE + "statistics..")
                .and()
                .haveNameNotMatching(".*\\.(Floor|Alternatives|AskedFunctions)(\\$.*)?")
                .should()
                .dependOnClassesThat(resideInAnyPackage(packages(IntStream.range(0, ROOMS.indexOf("results"))
                                .mapToObj(ROOMS::get)
                                .filter(room -> !room.equals("study"))))
                        .and(DescribedPredicate.not(vocabulary))));
    }

    @Test
    void onlyTheVectorKernelUsesTheVectorApi() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(CORE + "kernel.vector..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator.vector.."));
    }

    /** Everything else asks {@code Kernel} for arithmetic, whichever it is. */
    @Test
    void onlyTheChoiceOfAKernelKnowsTheVectorKernel() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(CORE + "kernel.vector..")
                .and()
                .doNotHaveFullyQualifiedName(KernelChoice.class.getName())
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CORE + "kernel.vector.."));
    }

    @Test
    void theApiNeedsNothingButTheJdk() {
        check(onlyUses("dev.parabola.api.."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"activations", "targets", "optimizers"})
    void builtInPluginsSeeTheApiOnlyAsAnybodysPluginsDo(String module) {
        check(onlyUses("dev.parabola.plugins." + module + "..", "dev.parabola.api.."));
    }

    @Test
    void theCoreKnowsNeitherTheBuiltInPluginsNorTheLauncher() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.parabola.core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.parabola.plugins..", "dev.parabola.cli.."));
    }

    @Test
    void guiceStaysAtTheCompositionRoot() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.parabola.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.."));
    }

    @Test
    void nothingIsInjectedButConstructors() {
        check(fields().should().notBeAnnotatedWith("jakarta.inject.Inject"));
        check(methods().should().notBeAnnotatedWith("jakarta.inject.Inject"));
        assertThat(PROGRAM.stream()
                        .flatMap(type -> type.getConstructors().stream())
                        .anyMatch(constructor -> constructor.isAnnotatedWith("jakarta.inject.Inject")))
                .isTrue();
    }

    @Test
    void theCommandLineLibraryStaysInTheLauncher() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.parabola.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", "me.tongfei.."));
    }

    @Test
    void onlyTheRoomOfTheManifestParsesYaml() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(CORE + "manifest..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.snakeyaml.."));
    }

    private static ArchRule onlyUses(String packages, String... others) {
        String[] allowed = Stream.of(Stream.of(packages), Stream.of(others), Stream.of(JDK))
                .flatMap(each -> each)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(packages)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed);
    }

    private static void check(ArchRule rule) {
        rule.check(PROGRAM);
    }
}
