namespace RaceSystem.Registration.Core;

/// <summary>The reasons that callers of Registration branch on. Part of the contract: values never change.</summary>
public static class Reasons
{
    public const string AgeInvalid = "AGE_INVALID";
    public const string AttributeInvalid = "ATTRIBUTE_INVALID";
    public const string AwardInvalid = "AWARD_INVALID";
    public const string BatchTooLarge = "BATCH_TOO_LARGE";
    public const string BibInvalid = "BIB_INVALID";
    public const string BirthDateInvalid = "BIRTH_DATE_INVALID";
    public const string ChipInvalid = "CHIP_INVALID";
    public const string CourseInvalid = "COURSE_INVALID";
    public const string CutoffInvalid = "CUTOFF_INVALID";
    public const string DivisionInUse = "DIVISION_IN_USE";
    public const string DivisionInvalid = "DIVISION_INVALID";
    public const string DivisionUnknown = "DIVISION_UNKNOWN";
    public const string DuplicateBib = "DUPLICATE_BIB";
    public const string DuplicateChip = "DUPLICATE_CHIP";
    public const string DuplicateEntry = "DUPLICATE_ENTRY";
    public const string EntryErased = "ENTRY_ERASED";
    public const string EntryMissing = "ENTRY_MISSING";
    public const string EntryUnknown = "ENTRY_UNKNOWN";
    public const string EnumInvalid = "ENUM_INVALID";
    public const string IdInvalid = "ID_INVALID";
    public const string ImportHeaderInvalid = "IMPORT_HEADER_INVALID";
    public const string MeetFull = "MEET_FULL";
    public const string MeetMissing = "MEET_MISSING";
    public const string MeetUnknown = "MEET_UNKNOWN";
    public const string PaceInvalid = "PACE_INVALID";
    public const string RaceDayInUse = "RACE_DAY_IN_USE";
    public const string RaceDayInvalid = "RACE_DAY_INVALID";
    public const string RacesInvalid = "RACES_INVALID";
    public const string RaceUnknown = "RACE_UNKNOWN";
    public const string RecordInvalid = "RECORD_INVALID";
    public const string RelayInvalid = "RELAY_INVALID";
    public const string RequestIdInvalid = "REQUEST_ID_INVALID";
    public const string RulesInvalid = "RULES_INVALID";
    public const string TeamInvalid = "TEAM_INVALID";
    public const string TextInvalid = "TEXT_INVALID";
    public const string TimeInvalid = "TIME_INVALID";
    public const string TimeLimitInvalid = "TIME_LIMIT_INVALID";
    public const string TimeZoneUnknown = "TIME_ZONE_UNKNOWN";
    public const string VisibilityInvalid = "VISIBILITY_INVALID";
    public const string WaveInUse = "WAVE_IN_USE";
    public const string WaveInvalid = "WAVE_INVALID";
    public const string WaveUnknown = "WAVE_UNKNOWN";
}
