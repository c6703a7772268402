"""Times the networks of a folder in PyTorch on this machine's GPU, eager and compiled, beside ours.

torch_bench.py [--models DIR] [--reference DIR] [--filter TEXT] [--rounds N] [--cpu] OUT.json

Networks come from --reference, a folder whose models.py defines them in PyTorch (weights do not matter for speed), or else from the
ONNX files in --models through onnx2torch. Exit code 3: there is no PyTorch, it sees no GPU (--cpu times the processor all the same), or
there is nothing to build networks with.
"""
import argparse
import importlib.util
import json
import pathlib
import statistics
import sys
import time

SHAPES = {
    'densenet121': (1, 3, 224, 224),
    'rau-net': (1, 3, 256, 256),
    'sr-hw-x2': (1, 1, 256, 256),
    'sr-hw-x4': (1, 1, 256, 256),
    'sr-d-x2': (1, 1, 256, 256),
    'sr-d-x4': (1, 1, 256, 256),
    'meshnet': (1, 1, 64, 64, 64),
}


def leave(why):
    print(why, file=sys.stderr)
    sys.exit(3)


def from_reference(folder):
    spec = importlib.util.spec_from_file_location('models', pathlib.Path(folder) / 'models.py')
    models = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(models)
    return {
        'densenet121': lambda: models.DenseNet121(),
        'rau-net': lambda: models.ResidualAttentionUNet(32),
        'meshnet': lambda: models.MeshNet(),
        **{f'sr-{axis}-x{scale}': lambda axis=axis, scale=scale: models.SuperResolution(scale, axis)
           for axis in ('hw', 'd') for scale in (2, 4)},
    }


def from_onnx(folder):
    try:
        import onnx2torch
    except ImportError:
        leave('onnx2torch is not installed and no --reference is given: nothing to build networks with')
    return {path.stem: lambda path=path: onnx2torch.convert(str(path)) for path in pathlib.Path(folder).glob('*.onnx')}


def timed(torch, device, run, rounds):
    """Milliseconds of each of `rounds` runs, after three that do not count; a run ends when the GPU is done."""
    samples = []
    for index in range(rounds + 3):
        start = time.perf_counter()
        run()
        if device == 'cuda':
            torch.cuda.synchronize()
        if index >= 3:
            samples.append(1000 * (time.perf_counter() - start))
    ordered = sorted(samples)
    return {'median': statistics.median(samples), 'p10': ordered[len(ordered) // 10], 'p90': ordered[-1 - len(ordered) // 10]}


def rows_of(torch, device, name, network, shape, rounds):
    """f32 with and without TF32's shorter products, and f16; each eager and compiled."""
    for dtype, tf32 in (('f32', False), ('tf32', True), ('f16', False)):
        if dtype != 'f32' and device != 'cuda':
            continue
        torch.backends.cuda.matmul.allow_tf32 = tf32
        torch.backends.cudnn.allow_tf32 = tf32
        kind = torch.float16 if dtype == 'f16' else torch.float32
        module = network().eval().to(device, kind)
        x = torch.rand(shape, device=device, dtype=kind)
        for variant in ('eager', 'compile'):
            row = {'name': name, 'shape': shape, 'dtype': dtype, 'variant': variant, 'peer': f'pytorch-{variant}'}
            try:
                run = module if variant == 'eager' else torch.compile(module, mode='max-autotune' if rounds > 3 else 'default')
                with torch.inference_mode():
                    yield {**row, 'ms': timed(torch, device, lambda: run(x), rounds)}
            except Exception as error:  # a compiler that is missing here is an answer, not the end
                yield {**row, 'error': str(error).splitlines()[0] if str(error) else type(error).__name__}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--models', default='models')
    parser.add_argument('--reference')
    parser.add_argument('--filter', default='')
    parser.add_argument('--rounds', type=int, default=30)
    parser.add_argument('--cpu', action='store_true')
    parser.add_argument('out')
    args = parser.parse_args()
    try:
        import torch
    except ImportError:
        leave('PyTorch is not installed here')
    device = 'cuda' if torch.cuda.is_available() else 'cpu'
    if device == 'cpu' and not args.cpu:
        leave(f'PyTorch {torch.__version__} sees no GPU here (built for CUDA {torch.version.cuda}); --cpu times the processor')
    networks = from_reference(args.reference) if args.reference else from_onnx(args.models)
    report = {
        'adapter': torch.cuda.get_device_name() if device == 'cuda' else 'cpu',
        'torch': torch.__version__,
        'cuda': torch.version.cuda,
        'cudnn': torch.backends.cudnn.version(),
        'rows': [],
    }
    for name, shape in SHAPES.items():
        if name in networks and args.filter in name:
            for row in rows_of(torch, device, name, networks[name], shape, args.rounds):
                report['rows'].append(row)
                print(row, file=sys.stderr)
                pathlib.Path(args.out).write_text(json.dumps(report, indent=1) + '\n')


main()
