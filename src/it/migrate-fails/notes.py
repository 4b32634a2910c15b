# go1.x is over, which is nothing to do here
