using System.Buffers.Binary;
using System.IO.Compression;
using Google.Protobuf;
using RaceSystem.Registration.V1;
using RaceSystem.Results.Certification.Evidence;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Certification.Evidence;

/// <summary>Evidence as it was written before entries carried outcomes.</summary>
internal static class FirstForm
{
    public static byte[] Of(byte[] evidence)
    {
        using var records = new BrotliStream(new MemoryStream(evidence[EvidenceFile.Magic.Length..]), CompressionMode.Decompress);
        using var file = new MemoryStream();
        file.Write("racesystem-evidence/1\n"u8);
        using (var packed = new BrotliStream(file, CompressionLevel.Optimal, leaveOpen: true))
        {
            var prefix = new byte[sizeof(int)];
            while (records.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false) == prefix.Length)
            {
                var serialized = new byte[BinaryPrimitives.ReadInt32LittleEndian(prefix)];
                records.ReadExactly(serialized);
                EvidenceFile.Write(packed, WithoutOutcomes(EvidenceRecord.Parser.ParseFrom(serialized)).ToByteArray());
            }
        }

        return file.ToArray();
    }

    private static EvidenceRecord WithoutOutcomes(EvidenceRecord record)
    {
        if (record.Person.Length > 0)
        {
            var value = RegistrationRecord.Parser.ParseFrom(record.Value);
            value.Entry.Outcomes = null;
            record.Value = value.ToByteString();
        }

        return record;
    }
}
