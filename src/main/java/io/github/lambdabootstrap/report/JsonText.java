package io.github.lambdabootstrap.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.util.List;
import java.util.function.Function;

/** JSON as the reports write it: indented, with a final newline, in ASCII. */
final class JsonText {

    private static final Gson GSON = new GsonBuilder()
            .serializeNulls()
            .disableHtmlEscaping()
            .setPrettyPrinting()
            .create();

    private JsonText() {}

    /**
     * The document. Outside of ASCII a name can reorder what a reader of the file sees, and {@code ##} can begin a
     * command to the server whose log the file is shown in; escaped, the value stays the same.
     */
    static String of(JsonElement document) {
        String json = GSON.toJson(document);
        StringBuilder ascii = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            boolean plain = c < 0x7f && !(c == '#' && i > 0 && json.charAt(i - 1) == '#');
            ascii.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return ascii.append('\n').toString();
    }

    static <T> JsonArray array(List<T> values, Function<T, ? extends JsonElement> form) {
        JsonArray array = new JsonArray();
        values.forEach(value -> array.add(form.apply(value)));
        return array;
    }
}
