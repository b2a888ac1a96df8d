namespace GovID.Ledger.Values;

/// <summary>Bounds what is read from outside, so that no input costs more than it may.</summary>
public sealed record JsonLimits
{
    /// <summary>Gets the bounds of any single document: 1 MiB, 64 levels.</summary>
    public static JsonLimits Document { get; } = new();

    /// <summary>Gets the bounds of one message from a client: 128 KiB (specification 3.4), 64 levels.</summary>
    public static JsonLimits ClientMessage { get; } = new() { MaxBytes = 131_072 };

    /// <summary>Gets the bounds of one answer from a node: 16 MiB, because a catch-up answer is never split (specification 5.4).</summary>
    public static JsonLimits NodeMessage { get; } = new() { MaxBytes = 16_777_216 };

    /// <summary>Gets the greatest length of the input in bytes. Default: 1 MiB.</summary>
    public int MaxBytes { get; init; } = 1_048_576;

    /// <summary>Gets the deepest nesting of lists and objects. Default: 64; values above 512 are refused as caller's errors.</summary>
    public int MaxDepth
    {
        get;
        init => field = value is > 0 and <= 512 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Between 1 and 512.");
    }
    = 64;

    /// <summary>Gets the greatest number of characters in one number. Default: 512.</summary>
    public int MaxNumberLength { get; init; } = 512;
}
