package io.github.lambdabootstrap.s3;

import java.util.Optional;

/**
 * A server that passes requests on.
 *
 * @param host its name or address
 * @param port on which it listens
 * @param login empty when it wants none
 */
public record HttpProxy(String host, int port, Optional<Login> login) {

    /**
     * Who asks.
     *
     * @param user the name
     * @param password is never printed
     */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }
}
