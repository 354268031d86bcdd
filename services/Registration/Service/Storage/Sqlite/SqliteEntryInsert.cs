using Microsoft.Data.Sqlite;
using RaceSystem.Registration.Core.Entries;
using RaceSystem.Registration.Service.Wire;

namespace RaceSystem.Registration.Service.Storage.Sqlite;

/// <summary>The two statements that put an entry and its chips in. Used by one thread.</summary>
internal sealed class SqliteEntryInsert : IDisposable
{
    private static readonly string[] EntryColumns =
    [
        "meet_id", "entry_id", "race_id", "bib", "wave_id", "division_id", "family_name", "given_name", "sex", "birth_date", "age_on_race_day", "country", "club", "status", "team", "visibility", "details", "outcomes",
    ];

    private static readonly string[] ChipColumns = ["meet_id", "entry_id", "chip", "position"];

    private readonly SqliteCommand _entry;
    private readonly SqliteCommand _chip;

    public SqliteEntryInsert(SqliteConnection connection, SqliteTransaction transaction, string meetId)
    {
        _entry = Prepare(connection, transaction, "entries", EntryColumns);
        _chip = Prepare(connection, transaction, "entry_chips", ChipColumns);
        _entry.Parameters[0].Value = meetId;
        _chip.Parameters[0].Value = meetId;
    }

    public void Run(Entry entry)
    {
        var person = entry.Participant;
        Set(_entry, 1, entry.EntryId);
        Set(_entry, 2, entry.RaceId);
        Set(_entry, 3, entry.Bib.Length > 0 ? entry.Bib : DBNull.Value);
        Set(_entry, 4, entry.WaveId);
        Set(_entry, 5, entry.DivisionId);
        Set(_entry, 6, person.FamilyName);
        Set(_entry, 7, person.GivenName);
        Set(_entry, 8, (int)person.Sex);
        Set(_entry, 9, person.BirthDate is { } birthDate ? MeetWire.DayToWire(birthDate) : DBNull.Value);
        Set(_entry, 10, person.AgeOnRaceDay);
        Set(_entry, 11, person.Country);
        Set(_entry, 12, person.Club);
        Set(_entry, 13, (int)entry.Status);
        Set(_entry, 14, entry.Team);
        Set(_entry, 15, (int)entry.Visibility);
        Set(_entry, 16, EntryDetails.ToBytes(entry) is { } details ? details : DBNull.Value);
        Set(_entry, 17, ErasedOutcomes.ToBytes(entry) is { } outcomes ? outcomes : DBNull.Value);
        _entry.ExecuteNonQuery();
        Set(_chip, 1, entry.EntryId);
        for (var i = 0; i < entry.Chips.Count; i++)
        {
            Set(_chip, 2, entry.Chips[i]);
            Set(_chip, 3, i);
            _chip.ExecuteNonQuery();
        }
    }

    public void Dispose()
    {
        _entry.Dispose();
        _chip.Dispose();
    }

    private static void Set(SqliteCommand command, int parameter, object value) => command.Parameters[parameter].Value = value;

    private static SqliteCommand Prepare(SqliteConnection connection, SqliteTransaction transaction, string table, string[] columns)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        foreach (var column in columns)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = "@" + column });
        }

        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(column => "@" + column))})";
        return command;
    }
}
