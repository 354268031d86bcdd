using RaceSystem.Testing;

namespace RaceSystem.Architecture.Tests;

/// <summary>One file of the repository by its path from the root, with slashes.</summary>
internal sealed record SourceFile(string Path) : IComparable<SourceFile>
{
    private readonly Lazy<string> _text = new(() => File.ReadAllText(Repository.Combine(Path)));

    public string Text => _text.Value;

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public string Folder => Path.LastIndexOf('/') is var end and >= 0 ? Path[..end] : "";

    public int Lines => Text.AsSpan().Count('\n');

    public bool HasExtension(params string[] extensions) => extensions.Any(extension => Path.EndsWith(extension, StringComparison.Ordinal));

    /// <summary>Line number of a place in the text; the first is 1.</summary>
    public int LineAt(int index) => Text.AsSpan(0, index).Count('\n') + 1;

    public int CompareTo(SourceFile? other) => string.CompareOrdinal(Path, other?.Path);

    public override string ToString() => Path;
}
