using RaceSystem.Results.Certification.Signing;

namespace RaceSystem.Racectl.Classifications;

/// <summary>Reads the organiser's public key.</summary>
internal static class KeyFile
{
    public static VerifyingKey Read(string path)
    {
        try
        {
            return VerifyingKey.FromPem(File.ReadAllText(path));
        }
        catch (Exception error) when (error is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: {error.Message}");
        }
    }
}
