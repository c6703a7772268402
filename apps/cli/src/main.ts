process.stdout.write('Usage: roentgen COMMAND\n');
