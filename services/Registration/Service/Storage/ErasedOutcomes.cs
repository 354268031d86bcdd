using Google.Protobuf;
using RaceSystem.Registration.Core;
using RaceSystem.Registration.Core.Entries;

namespace RaceSystem.Registration.Service.Storage;

/// <summary>Which conditions an erased person met, as a serialized <c>racesystem.registration.v1.PersonOutcomes</c>; null: nobody was erased.</summary>
internal static class ErasedOutcomes
{
    public static byte[]? ToBytes(Entry entry) => entry.ConditionsMet is { } met ? new V1.PersonOutcomes { Met = { met } }.ToByteArray() : null;

    public static ValueList<ulong>? FromBytes(byte[]? outcomes) => outcomes is null ? null : ValueList.From(V1.PersonOutcomes.Parser.ParseFrom(outcomes).Met);
}
