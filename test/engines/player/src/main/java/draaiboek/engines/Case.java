package draaiboek.engines;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.ToNumberPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What happens in one instance of a process, and how it should end. The format is described in test/engines/README.md.
 *
 * @param ends the end events that should be reached; null where the case says nothing about its end
 */
public record Case(
        String process, String name, Map<String, Object> variables, List<Step> steps, List<String> ends) {

    static final Gson GSON = new GsonBuilder()
            .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
            .serializeNulls()
            .disableHtmlEscaping()
            .setPrettyPrinting()
            .create();

    /** One step: exactly one of complete, timer, message, set and open is there. */
    public record Step(
            String complete,
            String as,
            Map<String, Object> variables,
            String timer,
            String message,
            Map<String, Object> set,
            List<String> open) {

        Map<String, Object> given() {
            return orEmpty(variables);
        }
    }

    /** Start variables; what is null is there, without a value. */
    Map<String, Object> given() {
        return orEmpty(variables);
    }

    /** The cases of a file that holds one, or a list of them. */
    static List<Case> read(Path file) throws IOException {
        try {
            var json = JsonParser.parseString(Files.readString(file));
            var cases = new ArrayList<Case>();
            for (JsonElement each : json.isJsonArray() ? json.getAsJsonArray() : List.of(json)) {
                cases.add(checked(GSON.fromJson(each, Case.class)));
            }
            return cases;
        } catch (JsonParseException error) {
            throw new IOException(file + ": " + error.getMessage(), error);
        }
    }

    private static Case checked(Case read) {
        if (read.process == null || read.name == null || read.steps == null) {
            throw new JsonParseException("a case needs process, name and steps: " + read);
        }
        for (Step step : read.steps) {
            long kinds = java.util.stream.Stream.of(step.complete, step.timer, step.message, step.set, step.open)
                    .filter(kind -> kind != null)
                    .count();
            if (kinds != 1) {
                throw new JsonParseException(
                        "case " + read.name + ": a step has one of complete, timer, message, set and open: " + step);
            }
        }
        return read;
    }

    private static Map<String, Object> orEmpty(Map<String, Object> map) {
        return map == null ? new HashMap<>() : map;
    }
}
