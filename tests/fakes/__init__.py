"""Plain fakes of the ports, one small file each."""
