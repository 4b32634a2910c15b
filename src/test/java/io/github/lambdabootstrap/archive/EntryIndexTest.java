package io.github.lambdabootstrap.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Entries are found by their paths, and folders by what lies in them, without any of them in memory. */
class EntryIndexTest {

    @Test
    void entries_of_one_path_are_told_apart_by_their_order() {
        List<ArchiveEntry> entries = entries(1000, i -> i % 2 == 0 ? "same" : "other" + i);
        EntryIndex index = new EntryIndex(entries, entry -> entry.path().text());

        assertThat(index.first("same")).hasValue(entries.get(0));
        assertThat(index.last("same")).hasValue(entries.get(998));
        assertThat(index.all("same"))
                .hasSize(500)
                .startsWith(entries.get(0), entries.get(2))
                .endsWith(entries.get(998));
        assertThat(index.all("other7")).containsExactly(entries.get(7));
        assertThat(index.first("nothing")).isEmpty();
        assertThat(index.last("nothing")).isEmpty();
        assertThat(index.all("nothing")).isEmpty();
    }

    @Test
    void a_folder_is_what_something_lies_in() {
        FolderSet folders = new FolderSet(entries(3, i -> "a/b" + i + "/c"));

        assertThat(List.of("", "a", "a/b0", "a/b2")).allMatch(folders::contains);
        assertThat(List.of("a/b", "a/b3", "a/b0/c", "b0", "A")).noneMatch(folders::contains);
    }

    @Test
    void more_folders_than_are_kept_are_found_all_the_same() {
        FolderSet folders = new FolderSet(entries(530_000, i -> i + "/x"));

        assertThat(folders.contains("7")).isTrue();
        assertThat(folders.contains("529999")).isTrue();
        assertThat(folders.contains("530000")).isFalse();
        assertThat(folders.contains("52999")).isTrue();
    }

    @Test
    void nothing_lies_deeper_than_linux_can_look() {
        String deep = "a/".repeat(2048) + "b";
        FolderSet folders = new FolderSet(entries(1, i -> deep + "/c"));

        assertThat(folders.contains("a/".repeat(2047) + "a")).isTrue();
        assertThat(folders.contains(deep)).isFalse();
    }

    /** Made when they are asked for, as those of an archive are read. */
    static List<ArchiveEntry> entries(int count, IntFunction<String> name) {
        return new AbstractList<>() {
            @Override
            public ArchiveEntry get(int index) {
                String text = name.apply(index);
                return new ArchiveEntry(
                        index, new CentralDirectoryFileHeader(0, 0, 0, 0, 0, 0, 0, 0, 0, text), EntryName.of(text), 0);
            }

            @Override
            public int size() {
                return count;
            }
        };
    }
}
