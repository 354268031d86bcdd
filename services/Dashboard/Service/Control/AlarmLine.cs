namespace RaceSystem.Dashboard.Service.Control;

/// <summary>One alarm that holds, worded as it is shown.</summary>
/// <param name="Id">alarm_id.</param>
/// <param name="Title">What it is about: <c>Silent device</c>.</param>
/// <param name="Where">Point and device.</param>
/// <param name="Text">What was seen.</param>
/// <param name="Since">Time of day at the venue.</param>
/// <param name="Seen">Who has seen it and when; empty while nobody has.</param>
public sealed record AlarmLine(string Id, string Title, string Where, string Text, string Since, string Seen);
