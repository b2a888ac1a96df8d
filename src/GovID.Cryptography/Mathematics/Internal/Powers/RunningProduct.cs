using GovID.Cryptography.Mathematics.Internal.Kernels;

namespace GovID.Cryptography.Mathematics.Internal.Powers;

/// <summary>A product under construction. It is 1 until its first factor, and until then squaring costs nothing.</summary>
internal unsafe ref struct RunningProduct(MontgomeryKernel kernel, double* element)
{
    private bool _started;

    public readonly void Square()
    {
        if (_started) kernel.Multiply(element, element, element);
    }

    public void Multiply(double* factor)
    {
        if (_started) kernel.Multiply(element, factor, element);
        else kernel.Copy(factor, element);
        _started = true;
    }

    /// <summary>Writes 1 when there was no factor at all.</summary>
    public readonly void Finish()
    {
        if (!_started) kernel.LoadOne(element);
    }
}
