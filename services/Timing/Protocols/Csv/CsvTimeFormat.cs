namespace RaceSystem.Timing.Protocols.Csv;

/// <summary>How times are written. Numbers may have decimals.</summary>
internal enum CsvTimeFormat
{
    /// <summary>
    /// Whatever of the others is unambiguous: numbers by their length (9 or 10 digits seconds, 12 or 13 milliseconds, 15 or
    /// 16 microseconds).
    /// </summary>
    Auto,

    /// <summary>ISO 8601 with a zone, or whole microseconds since 1970; nothing local.</summary>
    Zoned,

    /// <summary>ISO 8601; without a zone it is the declared one.</summary>
    Iso,

    /// <summary>Date and time in the declared zone, not necessarily padded.</summary>
    IsoLocal,

    /// <summary>Time of day on the declared date, or with a date column.</summary>
    TimeOfDay,

    /// <summary>Seconds since 1970.</summary>
    Unix,

    /// <summary>Milliseconds since 1970.</summary>
    UnixMs,

    /// <summary>Microseconds since 1970.</summary>
    UnixUs,

    /// <summary>As in logs of readers: <c>Sat Feb 01 14:11:29.139089  2020-02-01</c>, in the declared zone.</summary>
    Log,
}
