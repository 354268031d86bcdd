namespace RaceSystem.Timing.Protocols.Csv;

/// <summary>
/// Plain text with a declared mapping of its columns: files, and decoders (or programs beside them) that connect to us over
/// TCP and send a read a line, <c>chip,time[,rssi[,antenna]]</c> when nothing is declared. Lines are acknowledged.
/// </summary>
/// <remarks>
/// Settings, all optional. <c>delimiter</c>: one character, <c>tab</c>, <c>space</c>, or <c>auto</c> (the default for files:
/// whichever of ; , tab | the first line has). <c>header</c>: <c>yes</c>, <c>no</c>, or <c>auto</c> (the default for files: when
/// the first line names chip or bib and time). <c>chip</c>, <c>bib</c>, <c>time</c>, <c>date</c>, <c>rssi</c>, <c>antenna</c>,
/// <c>location</c>: the column of each, as name in the header or as number from 1; the bib is taken for the chip where that is
/// empty or not declared. <c>time-format</c>: <c>zoned</c> (ISO 8601 with a zone, or microseconds since 1970; the default for
/// connections), <c>iso</c>, <c>iso-local</c>, <c>time-of-day</c>, <c>unix</c>, <c>unix-ms</c>, <c>unix-us</c>, <c>log</c>
/// (<c>Sat Feb 01 14:11:29.139089  2020-02-01</c>), or <c>auto</c> (the default for files: whichever is unambiguous).
/// <c>date-order</c>: <c>ymd</c> (the default) or <c>dmy</c>.
/// </remarks>
public static class CsvProtocol
{
    /// <summary>The protocol.</summary>
    public static readonly DecoderProtocol Definition = new(
        "csv",
        "CSV and text with declared columns",
        DecoderTransport.Listen,
        10_200,
        12,
        context => new CsvSession(context),
        settings => new CsvEmulator(settings),
        new CsvFileFormat());
}
