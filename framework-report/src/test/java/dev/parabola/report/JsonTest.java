package dev.parabola.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void writesNestedValuesWithCommasWhereTheyBelong() {
        Json json = new Json();
        json.begin('{').key("a").count(1).key("b").begin('[').end(']').key("c");
        json.list(3, i -> json.count(i))
                .key("d")
                .begin('{')
                .end('}')
                .key("e")
                .nothing()
                .key("f")
                .flag(true)
                .end('}');

        assertThat(json).hasToString("{\"a\":1,\"b\":[],\"c\":[0,1,2],\"d\":{},\"e\":null,\"f\":true}");
    }

    @Test
    void letsNoTextEndTheScriptOrTurnTheLine() {
        assertThat(new Json().text("</script><!-- & \" \\ \n \u2028 \u202e \u0000 ü 漢"))
                .hasToString("\"\\u003c/script\\u003e\\u003c!-- \\u0026 \\\" \\\\ \\n \\u2028 \\u202e \\u0000 ü 漢\"");
    }

    @Test
    void roundsFiguresAndKeepsLimits() {
        Json json = new Json();
        json.begin('[')
                .number(0.123456)
                .number(1.23456e-30)
                .number(123456)
                .exactly(0.123456)
                .exactly(-2)
                .end(']');

        assertThat(json).hasToString("[0.1235,1.235e-30,123500,0.123456,-2]");
    }

    @Test
    void hasNoWordForWhatIsNotFinite() {
        Json json = new Json();
        json.begin('[')
                .number(Double.NaN)
                .number(Double.POSITIVE_INFINITY)
                .exactly(Double.NEGATIVE_INFINITY)
                .end(']');

        assertThat(json).hasToString("[null,null,null]");
    }
}
