package dev.parabola.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.parabola.core.execution.StudyRunner;
import dev.parabola.core.kernel.Kernel;
import dev.parabola.core.kernel.ScalarKernel;
import dev.parabola.core.study.StudyPlanner;

/** The composition root: everything that is wired is named here. */
final class LauncherModule extends AbstractModule {
    private final Environment environment;

    LauncherModule(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().requireAtInjectOnConstructors();
        binder().disableCircularProxies();
        bind(Environment.class).toInstance(environment);
        bind(Kernel.class).toInstance(new ScalarKernel());
        bind(Parabola.class);
        bind(ProgramVersion.class);
        bind(RunCommand.class);
        bind(CheckCommand.class);
        bind(StudyArguments.class);
        bind(StudySource.class);
        bind(StudyPlanner.class);
        bind(PluginSearch.class);
        bind(PluginOptions.class);
        bind(PluginsCommand.class);
        bind(DescribeCommand.class);
        bind(SchemaCommand.class);
    }

    @Provides
    StudyRunner runner(Kernel kernel) {
        return new StudyRunner(kernel);
    }
}
