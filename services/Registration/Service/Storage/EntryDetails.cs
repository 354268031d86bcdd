using Google.Protobuf;
using RaceSystem.Registration.Core;
using RaceSystem.Registration.Core.Entries;
using RaceSystem.Registration.Service.Wire;

namespace RaceSystem.Registration.Service.Storage;

/// <summary>
/// What few entries have and nobody searches by, as one value: the attributes and relay runners of a serialized
/// <c>racesystem.registration.v1.Entry</c>; null: none.
/// </summary>
internal static class EntryDetails
{
    private static readonly V1.Entry None = new();

    public static byte[]? ToBytes(Entry entry) => entry.Attributes.Count + entry.RelayRunners.Count == 0
        ? null
        : new V1.Entry
        {
            Attributes = { entry.Attributes.Select(AttributeWire.ToWire) },
            RelayRunners = { entry.RelayRunners.Select(RelayWire.ToWire) },
        }.ToByteArray();

    public static Entry Fill(Entry entry, byte[]? details)
    {
        var known = details is null ? None : V1.Entry.Parser.ParseFrom(details);
        return known.Attributes.Count + known.RelayRunners.Count == 0 ? entry : entry with
        {
            Attributes = ValueList.From(known.Attributes.Select(AttributeWire.ToCore)),
            RelayRunners = ValueList.From(known.RelayRunners.Select(RelayWire.ToCore)),
        };
    }
}
