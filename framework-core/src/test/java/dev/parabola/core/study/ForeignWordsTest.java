package dev.parabola.core.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.core.manifest.Manifest;
import dev.parabola.core.plugin.PluginRegistry;
import dev.parabola.core.plugin.PluginSource;
import dev.parabola.core.problem.InvalidInputException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that people bring from other libraries, with the plugins that are built in. */
class ForeignWordsTest {
    private static final PluginRegistry BUILT_IN = PluginRegistry.discover(List.of(new PluginSource.ClassPath()));
    private static final Pattern FORMULA = Pattern.compile("written as an expression: \"(.*)\"$");
    private static final Pattern CALLED = Pattern.compile("it is called '([a-z-]+)'(?: or '([a-z-]+)')? here$");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "training: {lr: 0.1}| unknown key 'lr' in training; it is called 'learning-rate' here",
                "training: {learning_rate: 0.1}| unknown key 'learning_rate' in training; it is called 'learning-rate' here",
                "training: {learningRate: 0.1}| unknown key 'learningRate' in training; it is called 'learning-rate' here",
                "training: {epoch: 3}| unknown key 'epoch' in training; it is called 'epochs' here",
                "training: {n_epochs: 3}| unknown key 'n_epochs' in training; it is called 'epochs' here",
                "training: {batch_size: 3}| unknown key 'batch_size' in training; it is called 'batch' here",
                "training: {max_iter: 3}| unknown key 'max_iter' in training; the number of updates is training.steps, that of passes over the data training.epochs",
                "training: {momentum: 0.9}| unknown key 'momentum' in training; it belongs to the optimizer, for example optimizer: {name: sgd, momentum: 0.9}",
                "training: {hidden: [3]}| unknown key 'hidden' in training; it is 'model.hidden' here",
                "lr: 0.1| unknown key 'lr'; it is 'training.learning-rate' here",
                "random_state: 1| unknown key 'random_state'; it is 'seed' here",
                "data: {n_samples: 3}| unknown key 'n_samples' in data; it is called 'samples' here",
                "success: {mse: 0.1}| unknown key 'mse' in success; limit its square root, rmse",
                "success: {max-error: 0.1}| unknown key 'max-error' in success; it is called 'max_error' here",
                "vary: {lr: [0.1]}| vary: there is no path 'lr'; it is 'training.learning-rate' here (a factor with a name of its own has maps of paths as levels)",
                "vary: {training.batch_size: [1]}| vary: there is no path 'training.batch_size'; it is 'training.batch' here",
                "vary: {a: {b: {model.hidden_sizes: [1]}}}| vary.a: there is no path 'model.hidden_sizes'; it is 'model.hidden' here",
                "training: {loss: mae}| training.loss cannot be 'mae'; networks are trained on mse, the mean squared error; success may limit nrmse, rmse and max_error",
                "training: {loss: MSELoss}| training.loss cannot be 'MSELoss'; it is called 'mse' here",
                "training: {precision: double}| training.precision cannot be 'double'; it is called 'float64' here",
                "data: {scaling: zscore}| data.scaling cannot be 'zscore'; it is called 'standard' here",
                "data: {scaling: {outputs: MinMax}}| data.scaling.outputs cannot be 'MinMax'; it is called 'min-max' here",
                "data: {sampling: linspace}| data.sampling cannot be 'linspace'; it is called 'grid' here",
                "training: {optimizer: {name: adam, lr: 0.1}}| optimizer adam has no parameter 'lr'; it is 'training.learning-rate' here",
                "training: {optimizer: {name: adam, eps: 0.1}}| optimizer adam has no parameter 'eps'; it is called 'epsilon' here",
                "training: {optimizer: {name: adam, weight_decay: 0.1}}| optimizer adam has no parameter 'weight_decay'; it is called 'weight-decay' here"
            })
    void haveARemedyEach(String line, String message) {
        assertThat(mistakes("study: s\ntarget: square\nmodel: {hidden: [4]}\n" + line + "\n"))
                .singleElement()
                .asString()
                .endsWith(" " + message);
    }

    @ParameterizedTest
    @CsvSource({
        "swish, silu",
        "SiLU, silu",
        "linear, identity",
        "leakyrelu, leaky-relu",
        "leaky_relu, leaky-relu",
        "LeakyReLU, leaky-relu",
        "nn.LeakyReLU(), leaky-relu",
        "torch.tanh, tanh",
        "logistic, sigmoid"
    })
    void ofActivationsAreCalledAsHere(String foreign, String name) {
        assertThat(mistakes("study: s\ntarget: square\nmodel: {activation: " + foreign + "}\n"))
                .containsExactly("3:21: unknown activation '" + foreign + "'; it is called '" + name + "' here");
        assertThat(mistakes("study: s\ntarget: square\nmodel: {activation: " + name + "}\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mish",
                "relu6",
                "hardtanh",
                "hardsigmoid",
                "hardswish",
                "selu",
                "softsign",
                "tanhshrink",
                "logsigmoid",
                "gaussian",
                "step",
                "square",
                "cos",
                "sin",
                "relu2"
            })
    void ofActivationsThatAreNotHereAreFormulas(String foreign) {
        String mistake = mistakes("study: s\ntarget: square\nmodel: {activation: " + foreign + "}\n")
                .get(0);
        Matcher formula = FORMULA.matcher(mistake);

        assertThat(formula.find()).as(mistake).isTrue();
        assertThat(mistakes("study: s\ntarget: square\nmodel: {activation: \"" + formula.group(1) + "\"}\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "optimizer, Adam, adam",
        "optimizer, AdamW, adamw",
        "optimizer, RMSProp, rmsprop",
        "scheduler, cosine_annealing, cosine",
        "scheduler, CosineAnnealingLR, cosine",
        "scheduler, OneCycleLR, one-cycle",
        "scheduler, StepLR, step"
    })
    void ofTrainingAreCalledAsHere(String key, String foreign, String name) {
        assertThat(training(key, foreign))
                .containsExactly("4:" + (key.length() + 14) + ": unknown " + key + " '" + foreign + "'; it is called '"
                        + name + "' here");
        assertThat(training(key, name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xavier",
                "he",
                "kaiming",
                "glorot",
                "glorot_uniform",
                "glorot_normal",
                "he_normal",
                "he_uniform",
                "lecun",
                "pytorch"
            })
    void ofInitializersAreCalledAsHere(String foreign) {
        Matcher called = CALLED.matcher(mistakes("study: s\ntarget: square\nmodel: {initializer: " + foreign + "}\n")
                .get(0));

        assertThat(called.find()).isTrue();
        for (int i = 1; i <= called.groupCount(); i++) {
            if (called.group(i) != null) {
                assertThat(mistakes("study: s\ntarget: square\nmodel: {initializer: " + called.group(i) + "}\n"))
                        .isEmpty();
            }
        }
    }

    @Test
    void forMomentumAreSettingsOfAnotherPlugin() {
        assertThat(training("optimizer", "momentum"))
                .containsExactly(
                        "4:23: unknown optimizer 'momentum'; gradient descent with momentum is written {name: sgd, momentum: 0.9} here");
        assertThat(training("optimizer", "{name: sgd, momentum: 0.9}")).isEmpty();
        assertThat(training("optimizer", "{name: sgd, momentum: 0.9, nesterov: true}"))
                .isEmpty();
    }

    @Test
    void forWhatIsNotHereAreNotTakenForWhatIs() {
        assertThat(training("optimizer", "nadam"))
                .containsExactly("4:23: unknown optimizer 'nadam'; there is adam, adamw, fastai-adam, rmsprop, sgd");
        assertThat(training("optimizer", "adm")).containsExactly("4:23: unknown optimizer 'adm'; did you mean 'adam'?");
    }

    private static List<String> training(String key, String value) {
        return mistakes("study: s\ntarget: square\nmodel: {hidden: [4]}\ntraining: {" + key + ": " + value + "}\n");
    }

    private static List<String> mistakes(String text) {
        Manifest manifest = Planning.read(text);
        try {
            new StudyPlanner().plan(manifest, BUILT_IN, "1", CellCheck.none());
            return List.of();
        } catch (InvalidInputException e) {
            return e.problems().stream()
                    .map(problem -> problem.toString().replaceFirst("^[^ :]*planning[^:]*\\.yaml:", ""))
                    .toList();
        }
    }
}
