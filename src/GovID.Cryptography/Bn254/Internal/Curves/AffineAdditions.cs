using GovID.Cryptography.Bn254.Internal.Fields;

namespace GovID.Cryptography.Bn254.Internal.Curves;

/// <summary>Many additions in affine coordinates at once, which share one inversion (Montgomery's trick): about six products for each.</summary>
internal sealed class AffineAdditions(int width)
{
    private readonly Fp2[] _differences = new Fp2[width];
    private readonly Fp2[] _products = new Fp2[width];

    /// <summary>How many additions are made at once at most.</summary>
    public int Width => width;

    /// <summary>
    /// Adds the i-th point to the i-th sum. Where both have the same x, because they are equal or opposite, the sum stays as it is.
    /// </summary>
    /// <returns>How many sums stayed as they are; <see cref="WasLeftOut"/> tells which.</returns>
    public int Run(Span<AffineG2> sums, ReadOnlySpan<AffineG2> points)
    {
        var product = Fp2.One;
        var leftOut = 0;
        for (var i = 0; i < points.Length; i++)
        {
            var difference = points[i].X - sums[i].X;
            _differences[i] = difference;
            _products[i] = product;
            if (difference.IsZero)
                leftOut++;
            else
                product *= difference;
        }

        var inverse = product.Invert();
        for (var i = points.Length - 1; i >= 0; i--)
        {
            if (_differences[i].IsZero)
                continue;
            var slope = (points[i].Y - sums[i].Y) * (inverse * _products[i]);
            inverse *= _differences[i];
            var x = slope.Square() - sums[i].X - points[i].X;
            sums[i] = new(x, (slope * (sums[i].X - x)) - sums[i].Y);
        }

        return leftOut;
    }

    /// <summary>Says whether the last run left out the i-th addition.</summary>
    public bool WasLeftOut(int i) => _differences[i].IsZero;
}
