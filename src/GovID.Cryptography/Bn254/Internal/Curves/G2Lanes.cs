namespace GovID.Cryptography.Bn254.Internal.Curves;

/// <summary>A sum of many points in lanes that are added to at once. The points are public: the time depends on them.</summary>
internal sealed class G2Lanes
{
    private readonly AffineG2[] _staged;
    private AffineG2[]? _lanes;
    private AffineAdditions? _additions;
    private ProjectiveG2 _rest = ProjectiveG2.Identity;
    private int _count;

    public G2Lanes(int width) => _staged = new AffineG2[width];

    public void Add(in AffineG2 point)
    {
        _staged[_count++] = point;
        if (_count == _staged.Length)
            Flush();
    }

    public void Add(in ProjectiveG2 point) => _rest = _rest.Add(point);

    public ProjectiveG2 Total()
    {
        var total = _rest;
        foreach (ref readonly var point in _staged.AsSpan(0, _count))
            total = point.AddTo(total);
        foreach (ref readonly var lane in _lanes.AsSpan())
            total = lane.AddTo(total);
        return total;
    }

    private void Flush()
    {
        _count = 0;
        if (_lanes is null)
        {
            _lanes = [.. _staged];
            return;
        }

        _additions ??= new AffineAdditions(_staged.Length);
        if (_additions.Run(_lanes, _staged) == 0)
            return;
        for (var i = 0; i < _staged.Length; i++)
        {
            if (_additions.WasLeftOut(i))
                _rest = _staged[i].AddTo(_rest);
        }
    }
}
