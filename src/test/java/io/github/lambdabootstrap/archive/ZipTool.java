package io.github.lambdabootstrap.archive;

/** How common tools fill in the headers, as seen in what they write. */
public enum ZipTool {
    /** {@code zip} on Unix. */
    INFO_ZIP(0x031E, true, 0, 0x5A21_6000),
    /** {@code zipfile.ZipFile.write} of Python on Unix. */
    PYTHON(0x0314, true, 0, 0x5A21_6000),
    /** {@code java.util.zip.ZipOutputStream}, thus {@code jar}: no modes, data descriptors. */
    JAR(0x0014, false, 0x0808, 0x5A21_6000),
    /** {@code zip.Writer.Create} of Go: no modes, data descriptors, no time. */
    GO(0x0014, false, 0x0008, 0),
    /** Explorer and PowerShell: no modes. */
    WINDOWS(0x0014, false, 0, 0x5A21_6000);

    final int versionMadeBy;
    final boolean modes;
    final int flags;
    final int time;

    ZipTool(int versionMadeBy, boolean modes, int flags, int time) {
        this.versionMadeBy = versionMadeBy;
        this.modes = modes;
        this.flags = flags;
        this.time = time;
    }
}
