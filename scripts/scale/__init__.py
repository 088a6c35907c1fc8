"""What many users take: dispatch and queues replayed in simulated time, and a real run through the emulators."""
