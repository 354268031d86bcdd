using RaceSystem.Kernel;

namespace RaceSystem.Dashboard.Service.Upstream;

/// <summary>Bounds of what an address may ask, checked before any service is asked.</summary>
public static class PageQuery
{
    /// <summary>Longest continuation of a list.</summary>
    public const int MaxTokenLength = 512;

    /// <summary>The id of a meet.</summary>
    /// <exception cref="RefusalException">It cannot be one.</exception>
    public static void RequireMeet(string meet)
    {
        if (!Identifier.IsValid(meet))
        {
            throw RefusalException.NotFound("MEET_UNKNOWN", "There is no such meet: the address of a meet has lower-case letters, digits, ‘-’ and ‘_’. Choose one from the list.");
        }
    }

    /// <summary>A bib as it is written on the chest.</summary>
    /// <exception cref="RefusalException">It cannot be one.</exception>
    public static string RequireBib(string? text) => Bib.TryParse(text, out var bib)
        ? bib.Text
        : throw RefusalException.NotFound("BIB_UNKNOWN", $"A bib number has 1 to {Bib.MaxLength} letters, digits or ‘-’. Please look at the runner's chest again.");
}
