namespace GovID.Bench.Fuzz;

/// <summary>One parser, or one path through several, that gets damaged input.</summary>
public abstract class FuzzTarget
{
    /// <summary>The name on the command line: lower case with hyphens.</summary>
    public abstract string Name { get; }

    /// <summary>How long one input may take. Default: two seconds.</summary>
    public virtual TimeSpan TimeLimit => TimeSpan.FromSeconds(2);

    /// <summary>Inputs of this target are JSON: the engine also swaps, repeats and removes whole tokens.</summary>
    public virtual bool IsJson => false;

    /// <summary>Words that the format knows; they are inserted and written over parts of inputs.</summary>
    public virtual IEnumerable<byte[]> Words() => [];

    /// <summary>Valid inputs to start from; at least one.</summary>
    public abstract IEnumerable<byte[]> Seeds();

    /// <summary>Feeds one input. It returns, or throws what <see cref="IsRefusal"/> accepts; everything else is a finding.</summary>
    public abstract void Run(ReadOnlySpan<byte> input);

    /// <summary>Whether an exception is a documented refusal of bad input.</summary>
    public abstract bool IsRefusal(Exception exception);
}
