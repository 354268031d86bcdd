namespace RaceSystem.Timing.Protocols;

/// <summary>The sink did not put reads on disk.</summary>
public sealed class DecoderSinkException : Exception
{
    /// <summary>Without words.</summary>
    public DecoderSinkException()
    {
    }

    /// <summary>Says why.</summary>
    public DecoderSinkException(string message)
        : base(message)
    {
    }

    /// <summary>Says why, with the cause.</summary>
    public DecoderSinkException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
