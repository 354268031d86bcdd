using RaceSystem.Results.Certification.Documents;
using RaceSystem.Results.Certification.Signing;

namespace RaceSystem.Results.Certification.Verification;

/// <summary>What was found out about a document.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Hash">Name of the version.</param>
/// <param name="Key">The key that stands in it.</param>
/// <param name="IsKeyTrusted">That key is the one the reader trusts. False: none was given, so anybody may have signed it.</param>
/// <param name="ShownPersons">Rows that show a person, each the one that was signed.</param>
/// <param name="HiddenPersons">Rows whose person is not shown: anonymous, erased, or left out by whoever handed the file on.</param>
public sealed record DocumentReport(ClassificationHeader Header, string Hash, VerifyingKey Key, bool IsKeyTrusted, long ShownPersons, long HiddenPersons);
