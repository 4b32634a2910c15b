module broken

bogus
