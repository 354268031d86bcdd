using RaceSystem.Results.Publishing.Fonts;
using RaceSystem.Testing;

namespace RaceSystem.Results.Tests.Publishing;

/// <summary>The fonts that printed pages need.</summary>
internal static class PrintFonts
{
    /// <summary>The system's fonts; skips the test where they are not installed, and fails it in CI, where test.sh installs them.</summary>
    public static FontFolders Require()
    {
        var folders = FontFolders.System();
        if (folders.Find("NotoSans-Regular.ttf") is null || folders.Find("NotoSansEthiopic-Regular.ttf") is null || folders.Find("NotoSansCJK-Regular.ttc") is null)
        {
            Requirement.Missing("Debian's packages fonts-noto-core and fonts-noto-cjk; ./test.sh installs them.");
        }

        return folders;
    }
}
