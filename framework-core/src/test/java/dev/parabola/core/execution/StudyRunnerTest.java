package dev.parabola.core.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parabola.api.NumericActivation;
import dev.parabola.core.kernel.RowStart;
import dev.parabola.core.kernel.ScalarKernel;
import dev.parabola.core.kernel.vector.VectorKernel;
import dev.parabola.core.problem.InvalidInputException;
import dev.parabola.core.problem.Position;
import dev.parabola.core.study.Cell;
import dev.parabola.core.study.Study;
import dev.parabola.core.training.TrainingStudy;
import dev.parabola.core.training.TrainingStudy.Settings;
import dev.parabola.core.training.TrialResult;
import dev.parabola.core.training.TrialResult.Status;
import dev.parabola.plugins.activations.LeakyRelu;
import dev.parabola.plugins.activations.Tanh;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudyRunnerTest {
    private static final FailureListener NO_LISTENER = (trial, reason) -> {};

    private static final TrainingStudy STUDY = new TrainingStudy(
            7,
            List.of(
                    new Settings().cell(0),
                    new Settings().activation(new Tanh()).cell(1)));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void handsOnTheSameResultsInPlanOrderWhateverTheNumberOfThreads(int threads) throws InterruptedException {
        List<TrialResult> results = run(STUDY, new TrialRange(0, 13), threads);

        assertThat(results.stream().map(TrialResult::trial))
                .containsExactlyElementsOf(LongStream.range(0, 14).boxed().toList());
        assertThat(results.stream().map(TrialResult::cell)).startsWith(0L, 0L).endsWith(1L, 1L);
        assertThat(bits(results)).isEqualTo(bits(run(STUDY, new TrialRange(0, 13), 1)));
    }

    @Test
    void trainsOnlyTheTrialsAskedForWithTheSameFigures() throws InterruptedException {
        List<TrialResult> some = run(STUDY, new TrialRange(5, 8), 2);

        assertThat(bits(some))
                .isEqualTo(bits(run(STUDY, new TrialRange(0, 13), 2).subList(5, 9)));
    }

    @Test
    void countsATrialWhosePluginThrowsAsFailedAndGoesOn() throws InterruptedException {
        Cell good = new Settings().cell(0);
        Cell bad = new Settings()
                .activation(new ThrowsWhereItIsLarge())
                .learningRate(30)
                .cell(1);

        List<TrialResult> results = run(new TrainingStudy(2, List.of(good, bad, good)), new TrialRange(0, 5), 2);

        assertThat(results.stream().map(TrialResult::status))
                .containsExactly(
                        Status.COMPLETED,
                        Status.COMPLETED,
                        Status.FAILED,
                        Status.FAILED,
                        Status.COMPLETED,
                        Status.COMPLETED);
        assertThat(results.get(2).error()).hasValue("ThrowsWhereItIsLarge threw IllegalStateException: too large");
        assertThat(results.get(2).parameters()).isEqualTo(31);
    }

    @Test
    void tellsWhoeverListensWhyTrialsFailAndWhere() throws InterruptedException {
        Cell bad = new Settings()
                .activation(new ThrowsWhereItIsLarge())
                .learningRate(30)
                .cell(0);
        List<Long> trials = Collections.synchronizedList(new ArrayList<>());
        List<Throwable> causes = Collections.synchronizedList(new ArrayList<>());

        new StudyRunner(new ScalarKernel(), (trial, reason) -> {
                    trials.add(trial);
                    causes.add(reason.getCause());
                })
                .run(
                        new TrainingStudy(2, List.of(bad)),
                        new TrialRange(0, 1),
                        2,
                        (result, regions, timing) -> assertThat(result.status()).isEqualTo(Status.FAILED));

        assertThat(trials).containsExactlyInAnyOrder(0L, 1L);
        assertThat(causes)
                .allSatisfy(cause -> assertThat(cause.getStackTrace()[0].getClassName())
                        .isEqualTo(ThrowsWhereItIsLarge.class.getName()));
    }

    @Test
    void failsTheTrialsOfACellWhosePluginsReturnNonsense() throws InterruptedException {
        Settings nonsense = new Settings();
        nonsense.scheduler = (rate, progress) -> progress.step() == 3 ? Double.NaN : rate;
        Settings nothing = new Settings();
        nothing.optimizer = quantities -> null;

        List<TrialResult> results = run(
                new TrainingStudy(1, List.of(nonsense.cell(0), nothing.cell(1), new Settings().cell(2))),
                new TrialRange(0, 2),
                2);

        assertThat(results.stream().map(TrialResult::status))
                .containsExactly(Status.FAILED, Status.FAILED, Status.COMPLETED);
        assertThat(results.get(0).error().orElseThrow())
                .endsWith("gave the learning rate NaN at step 3; a rate is finite and not negative");
        assertThat(results.get(1).error().orElseThrow()).endsWith("returned null");
    }

    @Test
    void trainsCellsThatDifferOnlyInNumbersInOneCohort() {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            double slope = 0.01 * (i + 1);
            Settings settings = new Settings().activation(new LeakyRelu(slope)).learningRate(0.001 * (i + 1));
            if (i == 7) {
                settings.hidden = List.of(3);
            }
            cells.add(settings.cell(i));
        }
        CohortPlan plan = new CohortPlan(
                new TrainingStudy(1, cells), new TrialRange(0, 9), new VectorKernel(256, RowStart.AT_ONCE), 2);

        CohortPlan.Window window = plan.next();

        assertThat(plan.hasNext()).isFalse();
        assertThat(window.cohorts().stream()
                        .map(cohort -> cohort.trials().stream()
                                .map(CohortPlan.Planned::number)
                                .toList()))
                .containsExactlyInAnyOrder(List.of(0L, 1L, 2L, 3L), List.of(4L, 5L, 6L, 8L), List.of(9L), List.of(7L));
        assertThat(window.cohorts()
                        .get(window.cohorts().size() - 1)
                        .trials()
                        .get(0)
                        .number())
                .as("the smallest comes last")
                .isEqualTo(7);
    }

    @Test
    void givesTrialsOfMixedCohortsTheFiguresThatTheyHaveAlone() throws InterruptedException {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            cells.add(new Settings()
                    .activation(new LeakyRelu(0.1 * (i + 1)))
                    .learningRate(0.002 * (i + 1))
                    .cell(i));
        }
        TrainingStudy study = new TrainingStudy(3, cells);
        List<TrialResult> results = new ArrayList<>();

        new StudyRunner(new VectorKernel(256, RowStart.AT_ONCE), NO_LISTENER)
                .run(study, new TrialRange(0, 17), 2, (result, regions, timing) -> results.add(result));

        assertThat(bits(results)).isEqualTo(bits(run(study, new TrialRange(0, 17), 1)));
    }

    /** Of large studies not every combination of levels is looked at beforehand. */
    @Test
    void failsTheTrialsOfACellWhoseLevelsDoNotFitTogether() throws InterruptedException {
        Cell good = new Settings().cell(0);
        TrainingStudy sound = new TrainingStudy(2, List.of(good, good, good));
        Study misfit = (Study) Proxy.newProxyInstance(
                Study.class.getClassLoader(), new Class<?>[] {Study.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("cell") && arguments[0].equals(1L)) {
                        throw new InvalidInputException(Position.of("study.yaml"), "two levels do not fit");
                    }
                    return method.invoke(sound, arguments);
                });
        List<TrialResult> results = new ArrayList<>();

        new StudyRunner(new VectorKernel(128, RowStart.AT_ONCE), NO_LISTENER)
                .run(misfit, new TrialRange(0, 5), 2, (result, regions, timing) -> results.add(result));

        assertThat(results.stream().map(TrialResult::status))
                .containsExactly(
                        Status.COMPLETED,
                        Status.COMPLETED,
                        Status.FAILED,
                        Status.FAILED,
                        Status.COMPLETED,
                        Status.COMPLETED);
        assertThat(results.get(2).error().orElseThrow()).contains("two levels do not fit");
        assertThat(WorkEstimate.of(misfit, 2, 6, precision -> 2).steps()).isPositive();
    }

    @Test
    void letsASinksFaultThroughAndStops() {
        assertThatThrownBy(() -> new StudyRunner(new ScalarKernel(), NO_LISTENER)
                        .run(STUDY, new TrialRange(0, 13), 2, (result, regions, timing) -> {
                            throw new IllegalStateException("the disk is full");
                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the disk is full");
    }

    private static List<List<Object>> bits(List<TrialResult> results) {
        return results.stream().map(TrainingStudy::bits).toList();
    }

    private static List<TrialResult> run(TrainingStudy study, TrialRange range, int threads)
            throws InterruptedException {
        List<TrialResult> results = new ArrayList<>();
        new StudyRunner(new ScalarKernel(), NO_LISTENER)
                .run(study, range, threads, (result, regions, timing) -> results.add(result));
        return results;
    }

    private record ThrowsWhereItIsLarge() implements NumericActivation {
        @Override
        public double value(double x) {
            if (Math.abs(x) > 20) {
                throw new IllegalStateException("too large");
            }
            return x;
        }

        @Override
        public double derivative(double x) {
            return 1;
        }
    }
}
