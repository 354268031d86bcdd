namespace RaceSystem.Results.Service.ExportResults;

/// <summary>Parts of file names.</summary>
internal static class FileNames
{
    /// <summary>Letters and digits of ASCII, points, hyphens and underscores stay; all else, which a header or a file system may take amiss, becomes a hyphen.</summary>
    public static string Safe(string text) =>
        string.Concat(text.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' ? letter : '-'));
}
