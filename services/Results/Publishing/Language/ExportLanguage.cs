namespace RaceSystem.Results.Publishing.Language;

/// <summary>What books, certificates and bulletins are written in.</summary>
public enum ExportLanguage
{
    /// <summary>English.</summary>
    English,

    /// <summary>Korean.</summary>
    Korean,
}
