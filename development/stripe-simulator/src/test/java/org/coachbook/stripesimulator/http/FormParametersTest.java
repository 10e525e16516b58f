package org.coachbook.stripesimulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormParametersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a=1&b=2 | {\"a\":\"1\",\"b\":\"2\"}",
                "a[b][c]=1&a[b][d]=2 | {\"a\":{\"b\":{\"c\":\"1\",\"d\":\"2\"}}}",
                "a[]=x&a[]=y | {\"a\":{\"0\":\"x\",\"1\":\"y\"}}",
                "a[0]=x&a[1]=y | {\"a\":{\"0\":\"x\",\"1\":\"y\"}}",
                "a%5Bb%5D=1%2B1+%26%3D | {\"a\":{\"b\":\"1+1 &=\"}}",
                "a=&b | {\"a\":\"\",\"b\":\"\"}",
                "m[a%3Db]=c=d | {\"m\":{\"a=b\":\"c=d\"}}"
            })
    void forms_nest(String form, String json) {
        ObjectNode values = FormParameters.none();
        FormParameters.parse(form, values);
        assertThat(values).hasToString(json);
    }

    @Test
    void lists_are_read_in_order() {
        ObjectNode values = FormParameters.none();
        FormParameters.parse("expand[]=a&expand[]=b.c", values);
        assertThat(new Parameters(values).texts("expand")).containsExactly("a", "b.c");
    }
}
