namespace RaceSystem.Racectl.RaceFiles;

internal enum RaceFileStatus
{
    Finished,
    Dnf,
    Dns,
    Registered,
}
