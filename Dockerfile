# A static program that runs as a user without rights, in an image that has
# nothing else but certificates. Not proven by Docker: .ci/image does these steps
# by hand, looks that the program is static, and has it answer in an empty
# environment, as that user, with nothing else in sight.
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
# go-sqlite3 is C, which takes a minute or two to compile. The linker warns of
# dlopen: SQLite would use it for extensions, which are never loaded.
RUN CGO_ENABLED=1 go build -tags netgo,osusergo -ldflags '-s -w -linkmode external -extldflags "-static"' -o /verbatim ./cmd/verbatim
RUN mkdir /data /scratch && chmod 1777 /scratch

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /verbatim /verbatim
COPY NOTICE deploy/licences.txt /licences/
COPY --from=build /scratch /tmp
COPY --from=build --chown=65532:65532 /data /data
USER 65532:65532
WORKDIR /data
VOLUME /data
# Health and metrics are for whoever reaches the container, which is who publishes the port.
ENV VERBATIM_DB=/data/verbatim.db VERBATIM_HTTP=:9464
EXPOSE 9464
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["/verbatim", "healthcheck"]
ENTRYPOINT ["/verbatim"]
CMD ["serve"]
