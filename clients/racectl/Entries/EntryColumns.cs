namespace RaceSystem.Racectl.Entries;

/// <summary>The columns of an entry file.</summary>
internal static class EntryColumns
{
    public const string EntryId = "entry_id";
    public const string Race = "race";
    public const string Bib = "bib";
    public const string Chips = "chips";
    public const string Wave = "wave";
    public const string FamilyName = "family_name";
    public const string GivenName = "given_name";
    public const string Sex = "sex";
    public const string BirthDate = "birth_date";
    public const string Age = "age";
    public const string Country = "country";
    public const string Club = "club";
    public const string Division = "division";

    public const string Team = "team";
    public const string Visibility = "visibility";
    public const string RelayRunners = "relay_runners";

    /// <summary>Begins the name of a column that holds an attribute: <c>attribute:category</c>.</summary>
    public const string AttributePrefix = "attribute:";

    public static readonly string[] All = [EntryId, Race, Bib, Chips, Wave, FamilyName, GivenName, Sex, BirthDate, Age, Country, Club, Division, Team, Visibility, RelayRunners];

    public static readonly string[] Required = [Race];
}
