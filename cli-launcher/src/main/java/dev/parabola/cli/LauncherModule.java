package dev.parabola.cli;

import com.google.inject.AbstractModule;
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
        bind(Parabola.class);
        bind(ProgramVersion.class);
        bind(RunCommand.class);
        bind(CheckCommand.class);
        bind(ReportCommand.class);
        bind(ShowCommand.class);
        bind(HelpCommand.class);
        bind(AnswerPrinter.class);
        bind(TopOption.class);
        bind(StudyArguments.class);
        bind(StudySource.class);
        bind(StudyPlanner.class);
        bind(PluginSearch.class);
        bind(PluginOptions.class);
        bind(PluginsCommand.class);
        bind(DescribeCommand.class);
        bind(SchemaCommand.class);
    }
}
