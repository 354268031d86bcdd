using RaceSystem.Kernel;

namespace RaceSystem.Racectl.Replay;

/// <summary>The meet id that a file name suggests: <c>Chicago 2023.csv.gz</c> → <c>chicago-2023</c>.</summary>
internal static class MeetIdOfFile
{
    public static string Of(string path)
    {
        var name = Path.GetFileName(path);
        var stem = name.Split('.', 2)[0].ToLowerInvariant();
        var id = new string([.. stem.Select(c => char.IsAsciiLetterOrDigit(c) || c == '_' ? c : '-')]).Trim('-', '_');
        id = id.Length > Identifier.MaxLength ? id[..Identifier.MaxLength] : id;
        return Identifier.IsValid(id) ? id : "replay";
    }
}
